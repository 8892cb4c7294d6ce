import { useState } from 'react'
import type { AnnouncementView } from '~/types/announcement'
import { useAction, useCall, useParams } from '@/hooks'
import { goTo } from '@/navigate'
import { ActionBar, Button, Notice, Page } from '@/ui'
import { Answer } from '../components/Answer'
import { GroupCard } from '../components/GroupCard'
import { Letter } from '../components/Letter'
import { PublishSheet } from '../components/PublishSheet'
import { ReasonSheet } from '../components/ReasonSheet'
import { Series } from '../components/Series'

type Asked = 'publish' | 'withdraw' | 'decline'

/** What can be done with it, at the foot of the page. */
function Acts({ data, ask }: { data: AnnouncementView; ask(what: Asked): void }) {
  const { id, can } = data
  const approve = useAction('announcement.approve', { done: '可以发了' })
  const may = (action: (typeof can)[number]) => can.includes(action)
  return (
    <ActionBar>
      {may('announcement.withdraw') && (
        <Button kind="ghost" onTap={() => ask('withdraw')}>
          撤回
        </Button>
      )}
      {may('announcement.approve') && (
        <Button kind="ghost" onTap={() => ask('decline')}>
          先不发
        </Button>
      )}
      {may('announcement.approve') && (
        <Button loading={approve.busy} onTap={() => void approve.run({ id, approved: true })}>
          可以发
        </Button>
      )}
      {may('announcement.publish') && <Button onTap={() => ask('publish')}>发出去</Button>}
      {may('announcement.reach') && (
        <Button onTap={() => goTo('/features/announcement/reach/index', { id })}>看到了多少人</Button>
      )}
    </ActionBar>
  )
}

const STAFF = [
  'announcement.withdraw',
  'announcement.approve',
  'announcement.publish',
  'announcement.reach',
] as const
/** Not out yet: shown as it is going to look. */
const BEFORE: AnnouncementView['status'][] = ['waiting', 'ready', 'scheduled']

/** One announcement: for those it is meant for, and for those who send it. */
export default function AnnouncementDetail() {
  const { id = '' } = useParams()
  const query = useCall('announcement.info', { id })
  const [asked, setAsked] = useState<Asked>()
  const { data } = query
  const close = () => setAsked(undefined)
  const acts = data !== undefined && STAFF.some((action) => data.can.includes(action))
  return (
    <Page title="通知" state={query} foot={acts && <Acts data={data} ask={setAsked} />}>
      {data !== undefined && (
        <>
          {data.status === 'waiting' && (
            <Notice tone="gold">
              {data.can.includes('announcement.approve')
                ? '同事写好了,请您看一看时间、地点和说法对不对。'
                : '紧急的和全区的通知,要另一位同事看过才能发。已经请他看了。'}
            </Notice>
          )}
          {data.reason !== undefined && (
            <Notice tone="gold">
              {`${data.status === 'withdrawn' ? '这条通知撤回了' : '没有通过'}:${data.reason}`}
            </Notice>
          )}
          {data.quietUntil !== undefined && data.status === 'published' && (
            <Notice tone="blue">现在是休息时间,群里到早上再通知。</Notice>
          )}
          {BEFORE.includes(data.status) && data.audience === 'everyone' && <GroupCard {...data} />}
          <Letter data={data} />
          {data.series !== undefined && (
            <Series id={id} series={data.series} stops={data.can.includes('announcement.stop')} />
          )}
          {data.can.includes('announcement.answer') && <Answer data={data} />}
          {asked === 'publish' && <PublishSheet data={data} onClose={close} />}
          {(asked === 'withdraw' || asked === 'decline') && (
            <ReasonSheet id={id} act={asked} onClose={close} />
          )}
        </>
      )}
    </Page>
  )
}
