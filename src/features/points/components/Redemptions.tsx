import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RedemptionView } from '~/types/points'
import { REDEMPTION_LABELS } from '@/labels/points'
import { Button, Card, QrCode, SectionTitle, Sheet, Tag } from '@/ui'
import { beforeDay } from '../view'
import './points.scss'

/** The code that is shown where the goods are handed out. */
export function CodeSheet({ redemption, onClose }: { redemption: RedemptionView; onClose(): void }) {
  const { goodsName, areaName, collectBy, code = '' } = redemption
  return (
    <Sheet open title={`取${goodsName}`} onClose={onClose}>
      <QrCode code={code} label="取货码" />
      <View className="points__muted">{`${beforeDay(collectBy)}到${areaName}取,给发东西的人看这个码。`}</View>
      <View className="points__muted">别发给外人,谁拿着码谁能取。</View>
    </Sheet>
  )
}

/** What was redeemed and waits to be collected. */
export function Redemptions({ items }: { items: RedemptionView[] }) {
  const [shown, setShown] = useState<RedemptionView>()
  if (items.length === 0) {
    return null
  }
  return (
    <>
      <SectionTitle>等您来取</SectionTitle>
      {items.map((item) => (
        <Card key={item.id}>
          <View className="points__head">
            <Tag tone="green">{REDEMPTION_LABELS[item.status]}</Tag>
            <View className="points__price">{`${item.price}分`}</View>
          </View>
          <View className="points__title">{item.goodsName}</View>
          <View className="points__muted">{`${item.areaName} · ${beforeDay(item.collectBy)}取`}</View>
          {item.code !== undefined && (
            <View className="points__acts">
              <Button size="middle" onTap={() => setShown(item)}>
                出示取货码
              </Button>
            </View>
          )}
        </Card>
      ))}
      {shown !== undefined && <CodeSheet redemption={shown} onClose={() => setShown(undefined)} />}
    </>
  )
}
