import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { ActivityView } from '~/types/activity'
import { useCall, useMe, useNow, useParams } from '@/hooks'
import { ACTIVITY_STATUS_LABELS, ACTIVITY_STATUS_TONES } from '@/labels/activity'
import { ActionBar, Bar, Button, Card, ConsentSheet, Page, Row, Sheet, Tag, TellMe } from '@/ui'
import { Facts } from '../components/Facts'
import { MySignup } from '../components/MySignup'
import { Organise } from '../components/Organise'
import { ShiftPick } from '../components/ShiftPick'
import { SignUpSheet } from '../components/SignUpSheet'
import { firstChoice, leftWords, openShifts, whenWords } from '../view'
import { useSignUp } from './useSignUp'
import './index.scss'

/** How often an open page looks for the places that are left, in milliseconds. */
const EVERY_MS = 15_000

function Head({ activity }: { activity: ActivityView }) {
  const now = useNow()
  const open = openShifts(activity)
  const [next] = open.length > 0 ? open : activity.shifts
  const capacity = open.reduce((sum, shift) => sum + shift.capacity, 0)
  const left = open.reduce((sum, shift) => sum + shift.left, 0)
  return (
    <Card>
      <View className="activity__tags">
        <Tag tone={ACTIVITY_STATUS_TONES[activity.status]}>{ACTIVITY_STATUS_LABELS[activity.status]}</Tag>
      </View>
      <View className="activity__title">{activity.title}</View>
      {next !== undefined && (
        <View className="activity__line">
          {whenWords(next, now)} · {activity.place}集合
        </View>
      )}
      {activity.bring !== '' && <View className="activity__line">{activity.bring}</View>}
      {activity.reason !== '' && <View className="activity__reason">原因:{activity.reason}</View>}
      {capacity > 0 && (
        <>
          <View className="activity__bar">
            <Bar share={(capacity - left) / capacity} tone={left > 0 ? 'green' : 'gold'} />
            <View className="activity__count">
              {capacity - left} / {capacity}
            </View>
          </View>
          <View className="activity__left">{leftWords(left)}</View>
        </>
      )}
    </Card>
  )
}

/** 志愿活动: what, when, where, how many are needed; sign up for oneself and the family. */
export default function ActivityDetail() {
  const { id = '', deliveryId } = useParams()
  const me = useMe(deliveryId)
  // The first call proves the group; before it a neighbour who comes from a card might not be known here.
  const query = useCall('activity.info', { id }, { when: me.data !== undefined, every: EVERY_MS })
  const activity = query.data
  const [shiftId, setShiftId] = useState<string>()
  const shifts = activity === undefined ? [] : openShifts(activity)
  const shift = shifts.find((one) => one.id === shiftId)
  const join = useSignUp(me.data, shiftId)
  useEffect(() => setShiftId((chosen) => chosen ?? firstChoice(shifts)), [shifts.length])
  useShareAppMessage(() => ({
    title: `${activity?.title ?? '志愿活动'}:一起来`,
    path: `/features/activity/detail/index?id=${id}`,
  }))
  const mine = activity?.shifts.flatMap((one) => one.mine.map((signup) => ({ signup, shift: one }))) ?? []
  const own = shift?.mine.find(({ self, status }) => self && !['cancelled', 'lapsed'].includes(status))
  const needsName = me.data?.name === ''
  const asks = needsName || (activity?.skills ?? '') !== ''
  return (
    <Page
      title="志愿活动"
      state={me.data === undefined ? me : query}
      foot={
        shift !== undefined &&
        own === undefined && (
          <ActionBar>
            <Button loading={join.signUp.busy} onTap={() => (asks ? join.open('self') : void join.send({}))}>
              {shift.left > 0 && shift.waiting === 0 ? '报名' : '排候补'}
            </Button>
          </ActionBar>
        )
      }
    >
      {activity !== undefined && (
        <>
          <Head activity={activity} />
          {mine.length > 0 && (
            <Card>
              {mine.map(({ signup, shift: { startsAt, endsAt } }) => {
                const event = { title: activity.title, place: activity.place, startsAt, endsAt }
                return <MySignup key={signup.id} signup={signup} event={event} />
              })}
            </Card>
          )}
          {mine.length > 0 && shifts.length > 0 && <TellMe kind="reminder" what="活动开始前" />}
          {shifts.length > 0 && <ShiftPick shifts={shifts} value={shiftId} onChange={setShiftId} />}
          {shift !== undefined && (
            <Card>
              <Row label="替家里人一起报" value="添加" onTap={() => join.open('family')} />
            </Card>
          )}
          <Organise activity={activity} />
          <Facts activity={activity} />
          <Sheet
            open={join.asking !== undefined || Object.keys(join.signUp.fields).length > 0}
            title={join.asking === 'family' ? '替家里人报名' : '报名'}
            onClose={() => {
              join.signUp.clear()
              join.close()
            }}
          >
            <SignUpSheet
              activity={activity}
              family={join.asking === 'family'}
              needsName={needsName}
              errors={join.signUp.fields}
              message={join.signUp.failure?.message}
              busy={join.signUp.busy}
              onSend={(extra) => void join.send(extra)}
            />
          </Sheet>
        </>
      )}
      <ConsentSheet open={join.consenting} onAgree={() => void join.agree()} onRefuse={join.refuse} />
    </Page>
  )
}
