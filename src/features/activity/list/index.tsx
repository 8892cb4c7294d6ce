import { useState } from 'react'
import { useMe, usePagedList } from '@/hooks'
import { goTo } from '@/navigate'
import { ActionBar, Button, Filter, Page, PageState } from '@/ui'
import { ActivityCard } from '../components/ActivityCard'

type List = 'open' | 'today' | 'manage'
const LISTS: { value: List; label: string }[] = [
  { value: 'open', label: '可以报的' },
  { value: 'today', label: '今天缺人' },
  { value: 'manage', label: '我发的' },
]
const EMPTY: Record<List, { title: string; line: string }> = {
  open: { title: '现在没有活动', line: '您也可以提一个,村里看过就发给邻居' },
  today: { title: '今天人都齐了', line: '谢谢大家,明天再来看看' },
  manage: { title: '还没有发过活动', line: '扫雪、巡逻、垃圾分类,都可以叫上邻居' },
}

/** 做志愿: what one can join, where somebody is needed today, what one looks after. */
export default function ActivityList() {
  const me = useMe()
  const [list, setList] = useState<List>('open')
  const activities = usePagedList('activity.list', { list }, { when: me.data !== undefined })
  const state = me.data === undefined ? me : activities
  return (
    <Page
      title="志愿活动"
      foot={
        <ActionBar>
          <Button kind="ghost" onTap={() => goTo('/features/activity/mine/index')}>
            我报的
          </Button>
          <Button onTap={() => goTo('/features/activity/form/index')}>发活动</Button>
        </ActionBar>
      }
    >
      <Filter label="看哪些" value={list} options={LISTS} onChange={(chosen) => setList(chosen)} />
      <PageState
        query={state}
        isEmpty={activities.items.length === 0}
        empty={{ icon: 'heart', ...EMPTY[list] }}
      >
        {activities.items.map((item) => (
          <ActivityCard key={item.id} item={item} />
        ))}
      </PageState>
    </Page>
  )
}
