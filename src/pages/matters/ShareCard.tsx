import { View } from '@tarojs/components'
import type { DeliveryView } from '~/types/feed'
import { useAction } from '@/hooks'
import { tellSurroundings } from '@/hooks/share'
import { TONE_TAGS } from '@/labels/feed'
import { Button, Card, Tag } from '@/ui'
import './CaseCard.scss'

/** A card that waits for one tap into the grid's group. */
export function ShareCard({ item }: { item: DeliveryView }) {
  const mark = useAction('delivery.markShared', { refresh: ['delivery'] })
  async function share() {
    if ((await mark.run({ id: item.id })) !== undefined) {
      const { id, areaCode, title, body, label, tone, path } = item
      tellSurroundings({ id, areaCode, title, body, label, tone, path })
    }
  }
  return (
    <Card tone="blue">
      <View className="casecard__head">
        <Tag tone={TONE_TAGS[item.tone]}>{item.label}</Tag>
        <View className="casecard__muted">{item.areaName.split(' · ').slice(1).join(' · ')}</View>
      </View>
      <View className="casecard__title">{item.title}</View>
      {item.body !== '' && <View className="casecard__muted">{item.body}</View>}
      <Button
        size="middle"
        kind="ghost"
        openType="share"
        share={{ ...item }}
        loading={mark.busy}
        onTap={() => void share()}
      >
        转发到群
      </Button>
    </Card>
  )
}
