import { View } from '@tarojs/components'
import { useState } from 'react'
import type { GoodsView } from '~/types/points'
import { useCall } from '@/hooks'
import { goTo } from '@/navigate'
import { ActionBar, Button, Card, Page, PageState } from '@/ui'
import { GoodsCard } from './GoodsCard'
import { RedeemSheet } from './RedeemSheet'
import '../components/points.scss'

/** 积分兑换: what the village gives for points; its keepers fill the shelf and hand out. */
export default function PointsGoods() {
  const shelf = useCall('points.goods', {})
  const account = useCall('points.account', { limit: 1 })
  const [chosen, setChosen] = useState<GoodsView>()
  const { items = [], canOffer = false } = shelf.data ?? {}
  const balance = account.data?.balance
  return (
    <Page
      title="积分兑换"
      foot={
        canOffer && (
          <ActionBar>
            <Button kind="ghost" onTap={() => goTo('/features/points/offer/index')}>
              添一样
            </Button>
            <Button onTap={() => goTo('/features/points/collect/index')}>凭码发东西</Button>
          </ActionBar>
        )
      }
    >
      <PageState
        query={shelf}
        isEmpty={items.length === 0}
        empty={{ icon: 'star', title: '货架上还没有东西', line: '积分先攒着,村里摆上了在这里兑' }}
      >
        {balance !== undefined && (
          <Card onTap={() => goTo('/features/points/account/index')} label={`我家有${balance}分`}>
            <View className="points__head">
              <View className="points__title">我家的积分</View>
              <View className="points__price">{`${balance}分`}</View>
            </View>
          </Card>
        )}
        {items.map((goods) => (
          <GoodsCard key={goods.id} goods={goods} onRedeem={() => setChosen(goods)} />
        ))}
      </PageState>
      {chosen !== undefined && (
        <RedeemSheet goods={chosen} balance={balance ?? 0} onClose={() => setChosen(undefined)} />
      )}
    </Page>
  )
}
