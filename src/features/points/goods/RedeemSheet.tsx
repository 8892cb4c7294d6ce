import { View } from '@tarojs/components'
import { useState } from 'react'
import type { GoodsView, RedemptionView } from '~/types/points'
import { newKey } from '@/api'
import { useAction } from '@/hooks'
import { Button, Notice, Sheet } from '@/ui'
import { CodeSheet } from '../components/Redemptions'
import '../components/points.scss'

interface Props {
  goods: GoodsView
  balance: number
  onClose(): void
}

/** Asks once more before points are spent; afterwards shows the code. */
export function RedeemSheet({ goods, balance, onClose }: Props) {
  const { id, name, price, areaName } = goods
  // One key for one intent: however often the button is pressed, the points are spent once.
  const [requestId] = useState(newKey)
  const [done, setDone] = useState<RedemptionView>()
  const redeem = useAction('points.redeem', { done: '给您留好了' })
  async function spend() {
    setDone(await redeem.run({ requestId, goodsId: id }))
  }
  if (done !== undefined) {
    return <CodeSheet redemption={done} onClose={onClose} />
  }
  const left = balance - price
  return (
    <Sheet open title={`兑${name}`} onClose={onClose}>
      {redeem.failure !== undefined && <Notice tone="red">{redeem.failure.message}</Notice>}
      <View className="points__line">
        {left < 0 ? `要${price}分,现在有${balance}分,还差${-left}分。` : `用${price}分,兑完还剩${left}分。`}
      </View>
      <View className="points__muted">{`到${areaName}取。兑好了给您一个取货码。`}</View>
      <View className="points__acts">
        <Button loading={redeem.busy} disabled={left < 0} onTap={() => void spend()}>
          就兑这个
        </Button>
      </View>
    </Sheet>
  )
}
