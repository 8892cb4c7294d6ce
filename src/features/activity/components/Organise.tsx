import { View } from '@tarojs/components'
import { useState } from 'react'
import { ACTIVITY_LIMITS, type ActivityView } from '~/types/activity'
import type { PictureView } from '~/types/picture'
import { useAction, useNow } from '@/hooks'
import { goTo } from '@/navigate'
import { Button, Card, Field, PicturePicker, Row, Sheet, TextArea } from '@/ui'
import { whenWords } from '../view'
import './Organise.scss'

type Act = 'decline' | 'callOff' | 'report'
const TITLES: Record<Act, string> = { decline: '不采用', callOff: '取消活动', report: '发活动小结' }
const ASKS: Record<Act, { label: string; placeholder: string }> = {
  decline: { label: '为什么', placeholder: '告诉提的人原因' },
  callOff: { label: '为什么取消', placeholder: '比如:明天大雨,改天再办' },
  report: { label: '办得怎么样', placeholder: '比如:主路扫干净了,谢谢大家' },
}

/** What the organiser can do: publish, decline, see who comes, call it off, tell how it went. */
export function Organise({ activity }: { activity: ActivityView }) {
  const now = useNow()
  const [act, setAct] = useState<Act>()
  const [words, setWords] = useState('')
  const [pictures, setPictures] = useState<PictureView[]>([])
  const refresh = ['activity', 'feed', 'delivery']
  const approve = useAction('activity.approve', { refresh })
  const callOff = useAction('activity.callOff', { done: '已取消', refresh })
  const report = useAction('activity.report', { done: '已告诉大家', refresh })
  const { id, can } = activity
  const rosters = activity.shifts.filter((shift) => shift.can.includes('activity.roster'))
  const errors = { ...approve.fields, ...callOff.fields, ...report.fields }

  async function send() {
    const done =
      act === 'decline'
        ? await approve.run({ id, approved: false, words })
        : act === 'callOff'
          ? await callOff.run({ id, reason: words })
          : await report.run({ id, words, pictureIds: pictures.map((picture) => picture.id) })
    if (done !== undefined) {
      setAct(undefined)
      setWords('')
      setPictures([])
    }
  }

  if (can.length === 0 && rosters.length === 0) {
    return null
  }
  const option = (right: ActivityView['can'][number], label: string, open: Act) =>
    can.includes(right) && <Row label={label} onTap={() => setAct(open)} />
  return (
    <Card>
      <View className="organise__title">组织活动</View>
      {can.includes('activity.approve') && (
        <View className="organise__buttons">
          <Button size="middle" kind="ghost" onTap={() => setAct('decline')}>
            不采用
          </Button>
          <Button size="middle" loading={approve.busy} onTap={() => void approve.run({ id, approved: true })}>
            发给邻居
          </Button>
        </View>
      )}
      {activity.status !== 'draft' &&
        activity.status !== 'proposed' &&
        rosters.map((shift) => (
          <Row
            key={shift.id}
            label="签到名单"
            value={whenWords(shift, now)}
            onTap={() => goTo('/features/activity/roster/index', { shiftId: shift.id })}
          />
        ))}
      {can.includes('activity.update') && (
        <Row label="改一改" onTap={() => goTo('/features/activity/form/index', { id })} />
      )}
      {option('activity.report', '发活动小结', 'report')}
      {option('activity.callOff', '取消活动', 'callOff')}
      <Sheet open={act !== undefined} title={TITLES[act ?? 'report']} onClose={() => setAct(undefined)}>
        <Field label={ASKS[act ?? 'report'].label} error={errors.words ?? errors.reason ?? errors.pictureIds}>
          <TextArea
            label={ASKS[act ?? 'report'].label}
            value={words}
            max={act === 'report' ? ACTIVITY_LIMITS.words : ACTIVITY_LIMITS.reason}
            placeholder={ASKS[act ?? 'report'].placeholder}
            onChange={setWords}
          />
          {act === 'report' && <PicturePicker value={pictures} onChange={setPictures} />}
        </Field>
        <Button loading={approve.busy || callOff.busy || report.busy} onTap={() => void send()}>
          {TITLES[act ?? 'report']}
        </Button>
      </Sheet>
    </Card>
  )
}
