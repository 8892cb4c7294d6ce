import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AnnouncementRowView } from '~/types/announcement'
import { useMe, useNow, usePagedList, useParams } from '@/hooks'
import {
  ANNOUNCEMENT_STATUS_LABELS,
  ANNOUNCEMENT_STATUS_TONES,
  ANNOUNCEMENT_URGENCY_LABELS,
  ANNOUNCEMENT_URGENCY_TONES,
} from '@/labels/announcement'
import { goTo } from '@/navigate'
import { agoWords, dayTime } from '@/time'
import { ActionBar, Button, Card, Filter, Page, PageState, Tag } from '@/ui'
import '../components/announcement.scss'

type List = 'grid' | 'staff'
const LISTS: { value: List; label: string }[] = [
  { value: 'grid', label: '发给我的' },
  { value: 'staff', label: '我管的地方' },
]

function Line({ item }: { item: AnnouncementRowView }) {
  const now = useNow()
  const { id, urgency, status, title, areaName, at } = item
  return (
    <Card onTap={() => goTo('/features/announcement/detail/index', { id })} label={title}>
      <View className="announcement__head">
        {urgency !== 'ordinary' && (
          <Tag tone={ANNOUNCEMENT_URGENCY_TONES[urgency]}>{ANNOUNCEMENT_URGENCY_LABELS[urgency]}</Tag>
        )}
        {status !== 'published' && (
          <Tag tone={ANNOUNCEMENT_STATUS_TONES[status]}>{ANNOUNCEMENT_STATUS_LABELS[status]}</Tag>
        )}
      </View>
      <View className="announcement__title">{title}</View>
      <View className="announcement__muted">
        {`${areaName} · ${status === 'scheduled' ? `${dayTime(at)} 发` : agoWords(at, now)}`}
      </View>
    </Card>
  )
}

/** What was announced to me; for those who send also what was written for their places. */
export default function AnnouncementList() {
  const { list } = useParams()
  const me = useMe()
  const sends = me.data?.can.includes('announcement.manage') === true
  const [chosen, choose] = useState<List>(list === 'staff' ? 'staff' : 'grid')
  const shown = sends ? chosen : 'grid'
  const query = usePagedList('announcement.list', { list: shown }, { when: me.data !== undefined })
  return (
    <Page
      title={shown === 'staff' ? '一键通知' : '村里通知'}
      state={me}
      foot={
        sends && (
          <ActionBar>
            <Button onTap={() => goTo('/features/announcement/form/index')}>发通知</Button>
          </ActionBar>
        )
      }
    >
      {sends && (
        <Filter label="看哪些通知" value={chosen} options={LISTS} onChange={(value) => choose(value)} />
      )}
      <PageState
        query={query}
        isEmpty={query.items.length === 0}
        empty={{
          icon: 'chat',
          title: '还没有通知',
          line: shown === 'staff' ? '写一条,一点就发到每个网格' : '村里、镇里有事会在这里说',
        }}
      >
        {query.items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </PageState>
    </Page>
  )
}
