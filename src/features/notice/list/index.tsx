import { useMe, usePagedList } from '@/hooks'
import { NoticeCard } from '@/pages/matters/NoticeCard'
import { Page, PageState } from '@/ui'

/** 给我的消息: everything that I was told, newest first. */
export default function NoticeList() {
  const me = useMe()
  const notices = usePagedList('notice.list', {})
  return (
    <Page title="给我的消息" state={me}>
      <PageState
        query={notices}
        isEmpty={notices.items.length === 0}
        empty={{ icon: 'chat', title: '还没有消息', line: '和您有关的事有了进展,这里会告诉您' }}
      >
        {notices.items.map((item) => (
          <NoticeCard key={item.id} item={item} />
        ))}
      </PageState>
    </Page>
  )
}
