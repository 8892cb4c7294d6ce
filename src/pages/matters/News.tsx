import { useCall } from '@/hooks'
import { goTo } from '@/navigate'
import { Button, SectionTitle } from '@/ui'
import { NoticeCard } from './NoticeCard'

/** How often an open page looks for news, in milliseconds. */
const EVERY_MS = 30_000
/** What is new and stands above everything else. */
const SHOWN = 3

/** What I was told and have not opened yet; nothing when there is nothing new. */
export function News() {
  const { data } = useCall('notice.list', { unread: true, limit: SHOWN }, { every: EVERY_MS })
  if (data === undefined || data.items.length === 0) {
    return null
  }
  return (
    <>
      <SectionTitle>给您的消息</SectionTitle>
      {data.items.map((item) => (
        <NoticeCard key={item.id} item={item} />
      ))}
      <Button kind="ghost" size="middle" onTap={() => goTo('/features/notice/list/index')}>
        {data.unread > SHOWN ? `看全部消息(${data.unread}条没看)` : '看全部消息'}
      </Button>
    </>
  )
}
