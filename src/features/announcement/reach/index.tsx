import { useState } from 'react'
import { View } from '@tarojs/components'
import { useAction, useCall, useParams } from '@/hooks'
import { ANNOUNCEMENT_URGENCY_LABELS, ANNOUNCEMENT_URGENCY_TONES } from '@/labels/announcement'
import { goTo } from '@/navigate'
import { dayTime } from '@/time'
import { ActionBar, Button, Card, Notice, Page, PageState, Row, SectionTitle, Tag } from '@/ui'
import { ReasonSheet } from '../components/ReasonSheet'
import '../components/announcement.scss'
import { leftOf } from '../view'
import { Figures } from './Figures'
import { Unreached } from './Unreached'

/** How often reach is looked up while the page is open, in milliseconds. */
const EVERY_MS = 10_000
/** Digits of the code of a grid. */
const GRID = 15

/** How far an announcement has got, from the place down to the door. */
export default function AnnouncementReach() {
  const { id = '', areaCode } = useParams()
  const [asked, setAsked] = useState(false)
  const announcement = useCall('announcement.info', { id })
  const reach = useCall(
    'announcement.reach',
    { id, ...(areaCode !== undefined && { areaCode }) },
    { every: EVERY_MS },
  )
  const remind = useAction('announcement.remind', { done: '提醒了没到的' })
  const { data } = reach
  const can = announcement.data?.can ?? []
  const left = (data?.items ?? [])
    .map((item) => ({ ...item, left: leftOf(data?.answer ?? 'read', item) }))
    .filter((item) => item.left > 0)
    .sort((a, b) => b.left - a.left)
  const unit = (data?.total.grids ?? 0) > 0 ? '个网格' : '人'
  return (
    <Page
      title="通知到达"
      state={announcement}
      foot={
        can.includes('announcement.remind') && (
          <ActionBar>
            <Button kind="ghost" onTap={() => setAsked(true)}>
              撤回
            </Button>
            <Button loading={remind.busy} onTap={() => void remind.run({ id })}>
              提醒没到的
            </Button>
          </ActionBar>
        )
      }
    >
      {remind.failure !== undefined && <Notice tone="gold">{remind.failure.message}</Notice>}
      {announcement.data !== undefined && (
        <Card>
          <Tag tone={ANNOUNCEMENT_URGENCY_TONES[announcement.data.urgency]}>
            {ANNOUNCEMENT_URGENCY_LABELS[announcement.data.urgency]}
          </Tag>
          <View className="announcement__title">{announcement.data.title}</View>
          <View className="announcement__muted">
            {`${data?.areaName ?? announcement.data.areaName} · ${dayTime(announcement.data.at)} 发出`}
          </View>
        </Card>
      )}
      <PageState query={reach}>
        {data !== undefined && <Figures data={data} />}
        {left.length > 0 && (
          <>
            <SectionTitle>{`还没到的${left.reduce((sum, item) => sum + item.left, 0)}${unit}`}</SectionTitle>
            <Card>
              {left.map((item) => (
                <Row
                  key={item.areaCode}
                  label={item.areaName}
                  value={item.areaCode.length === GRID ? '没到' : `${item.left}${unit}`}
                  onTap={() => goTo('/features/announcement/reach/index', { id, areaCode: item.areaCode })}
                />
              ))}
            </Card>
          </>
        )}
        {data?.areaCode.length === GRID && <Unreached id={id} areaCode={data.areaCode} />}
      </PageState>
      {asked && <ReasonSheet id={id} act="withdraw" onClose={() => setAsked(false)} />}
    </Page>
  )
}
