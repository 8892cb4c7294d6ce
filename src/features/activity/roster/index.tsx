import { View } from '@tarojs/components'
import { useAction, useCall, useNow, useParams } from '@/hooks'
import { ActionBar, Button, Card, Empty, Page } from '@/ui'
import { whenWords } from '../view'
import { CodePanel } from './CodePanel'
import { PersonRow } from './PersonRow'
import './index.scss'

/** How often an open list looks for who has come, in milliseconds. */
const EVERY_MS = 8_000

/** 签到名单: the organiser's code, who has come, and the hours to confirm. */
export default function Roster() {
  const { shiftId = '' } = useParams()
  const now = useNow()
  const roster = useCall('activity.roster', { shiftId }, { every: EVERY_MS })
  const confirm = useAction('activity.confirmHours', { done: '时长已记', refresh: ['activity', 'record'] })
  const items = roster.data?.items ?? []
  const shift = roster.data?.shift
  const there = items.filter(({ status }) => ['arrived', 'left', 'served'].includes(status))
  const ready = items.filter(
    ({ status, can }) => can.includes('activity.confirmHours') && ['arrived', 'left'].includes(status),
  )
  return (
    <Page
      title="签到名单"
      state={roster}
      foot={
        ready.length > 0 && (
          <ActionBar>
            <Button
              loading={confirm.busy}
              onTap={() => void confirm.run({ shiftId, signups: ready.map(({ id }) => ({ id })) })}
            >
              确认 {ready.length} 人的时长
            </Button>
          </ActionBar>
        )
      }
    >
      {shift !== undefined && (
        <>
          <Card>
            <View className="roster__title">{roster.data?.title}</View>
            <View className="roster__line">{whenWords(shift, now)}</View>
            <View className="roster__count">
              到了 {there.length} 人,报名 {items.length} 人
            </View>
          </Card>
          {shift.can.includes('activity.code') && <CodePanel shiftId={shiftId} />}
          {items.length === 0 ? (
            <Empty icon="group" title="还没有人报名" line="把活动转发到群里,叫上邻居" />
          ) : (
            <Card>
              {items.map((row) => (
                <PersonRow key={row.id} row={row} shiftId={shiftId} />
              ))}
            </Card>
          )}
        </>
      )}
    </Page>
  )
}
