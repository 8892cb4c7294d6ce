import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useCall, useLargeType, useMe, useParams } from '@/hooks'
import { goTab, goTo } from '@/navigate'
import { Button, CallRow, Card, Page, PageState, SectionTitle } from '@/ui'
import { FeedCard } from '@/pages/feed/FeedCard'
import { Hero } from './components/Hero'
import { BigButtons } from './components/BigButtons'
import { Surveys } from './components/Surveys'
import { Ways } from './components/Ways'
import { Missing } from './components/Missing'
import { Tiles } from './components/Tiles'
import { Today } from './components/Today'
import './index.scss'

/** Items of the grid's feed on the home page. */
const PREVIEW = 5

/** First page: which grid, who to call, what one can do, what has happened. */
export default function Home() {
  const { deliveryId } = useParams()
  const me = useMe(deliveryId)
  const { large } = useLargeType()
  const grid = me.data?.grid ?? null
  const feed = useCall('feed.list', { limit: PREVIEW }, { when: grid !== null })
  useShareAppMessage(() => ({ title: '有事说一句,网格员来办', path: '/pages/home/index' }))
  const [worker] = me.data?.gridWorkers ?? []
  const group = me.data?.group
  return (
    <Page title="微网格" tab={0} hero={<Hero grid={grid} />}>
      <PageState query={me}>
        {group?.can.includes('group.bind') === true && (
          <Card tone="gold">
            <View className="home__strong">这个群还没有绑定网格</View>
            <View className="home__line">绑定以后,邻居从群里点开就是自己的网格,办事结果也会回到这个群。</View>
            <Button size="middle" onTap={() => goTo('/features/group/bind/index')}>
              绑定这个群
            </Button>
          </Card>
        )}
        {grid === null && (
          <Card>
            <View className="home__strong">先选一下您住在哪里</View>
            <View className="home__line">
              从村里的微信群点开就不用选。选好以后,您说的事会直接交给您的网格员。
            </View>
            <Button onTap={() => goTo('/features/area/choose/index')}>选我的网格</Button>
          </Card>
        )}
        {worker !== undefined && !large && <CallRow worker={worker} />}
        {grid !== null && <Missing />}
        {grid !== null && (large ? <BigButtons phone={worker?.phone ?? ''} /> : <Tiles />)}
        {grid !== null && <Surveys />}
        {grid !== null && !large && <Ways />}
        {grid !== null && (
          <>
            <Today />
            <SectionTitle>网格动态</SectionTitle>
            <PageState
              query={feed}
              isEmpty={feed.data?.items.length === 0}
              empty={{ icon: 'chat', title: '还没有新鲜事', line: '谁家的事办好了,这里都看得见' }}
            >
              {feed.data?.items.map((item) => (
                <FeedCard key={item.id} item={item} />
              ))}
              {feed.data?.nextCursor !== undefined && (
                <Button kind="ghost" size="middle" onTap={() => goTab('/pages/feed/index')}>
                  看更多
                </Button>
              )}
            </PageState>
          </>
        )}
      </PageState>
    </Page>
  )
}
