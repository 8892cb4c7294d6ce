import { View } from '@tarojs/components'
import type { GoodsView } from '~/types/points'
import { goTo } from '@/navigate'
import { Button, Card, Tag } from '@/ui'
import '../components/points.scss'

interface Props {
  goods: GoodsView
  onRedeem(): void
}

/** One thing on the shelf. */
export function GoodsCard({ goods, onRedeem }: Props) {
  const { id, name, price, stock, areaName, shown, can } = goods
  return (
    <Card>
      <View className="points__head">
        {!shown && <Tag tone="grey">没上架</Tag>}
        <Tag tone={stock > 0 ? 'green' : 'grey'}>{stock > 0 ? `还有${stock}件` : '兑完了'}</Tag>
        <View className="points__price">{`${price}分`}</View>
      </View>
      <View className="points__title">{name}</View>
      <View className="points__muted">{areaName}</View>
      {can.length > 0 && (
        <View className="points__acts">
          {can.includes('points.offer') && (
            <Button kind="ghost" size="middle" onTap={() => goTo('/features/points/offer/index', { id })}>
              改一改
            </Button>
          )}
          {can.includes('points.redeem') && (
            <Button size="middle" label={`兑${name}`} onTap={onRedeem}>
              兑
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}
