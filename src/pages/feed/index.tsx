import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useMe, usePagedList } from '@/hooks'
import { goTo } from '@/navigate'
import { Empty, Page, PageState } from '@/ui'
import { FeedCard } from './FeedCard'
import './index.scss'

/** How often an open page looks for news, in milliseconds. */
const EVERY_MS = 30_000

/** 网格圈: everything that the neighbours of a grid are told, newest first. */
export default function Feed() {
  const me = useMe()
  const grid = me.data?.grid ?? null
  const feed = usePagedList('feed.list', {}, { when: grid !== null, every: EVERY_MS })
  usePullDownRefresh(() => {
    feed.refetch()
    Taro.stopPullDownRefresh()
  })
  return (
    <Page title="网格圈" tab={1} state={me}>
      {grid === null ? (
        <Empty
          icon="place"
          title="先选一下您住在哪里"
          line="选好网格,就能看到邻居们的事"
          button="选我的网格"
          onTap={() => goTo('/features/area/choose/index')}
        />
      ) : (
        <>
          <View className="feed__where">{grid.fullName}</View>
          <PageState
            query={feed}
            isEmpty={feed.items.length === 0}
            empty={{
              icon: 'chat',
              title: '还没有新鲜事',
              line: '谁家的事办好了,这里都看得见',
              button: '我要反映',
              onTap: () => goTo('/features/appeal/form/index'),
            }}
          >
            {feed.items.map((item) => (
              <FeedCard key={item.id} item={item} />
            ))}
            {feed.more && <View className="feed__more">正在加载…</View>}
          </PageState>
        </>
      )}
    </Page>
  )
}
