import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { SignupView } from '~/types/activity'
import { useAction, useNow } from '@/hooks'
import { addToCalendar } from '@/hooks/calendar'
import type { CalendarEvent } from '@/hooks/calendar-types'
import { SIGNUP_LABELS, SIGNUP_TONES } from '@/labels/activity'
import { goTo } from '@/navigate'
import { leftWords as timeLeft } from '@/time'
import { Button, Tag } from '@/ui'
import { minutesWords } from '../view'
import './MySignup.scss'

const REFRESH = ['activity', 'record', 'notice']

async function sure(content: string): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: '取消报名',
    content,
    confirmText: '取消报名',
    cancelText: '再想想',
  })
  return confirm
}

async function putInCalendar(event: CalendarEvent): Promise<void> {
  if (!(await addToCalendar(event))) {
    await Taro.showModal({
      title: '没能加到日历',
      content: '手机没有允许。可以在微信右上角“…”的设置里打开“日历”,再点一次。',
      showCancel: false,
    })
  }
}

/** How a sign-up of the family stands, and what can be done about it now; `event` is the shift, for the calendar. */
export function MySignup({ signup, event }: { signup: SignupView; event: CalendarEvent }) {
  const now = useNow()
  const cancel = useAction('activity.cancel', { done: '已取消', refresh: REFRESH })
  const answer = useAction('activity.confirmPlace', { refresh: REFRESH })
  const { id, can, status } = signup
  const notes = [
    signup.inLine !== undefined ? `前面还有 ${signup.inLine - 1} 人,有位置会告诉您` : '',
    signup.offeredUntil !== undefined ? `去不去?${timeLeft(signup.offeredUntil, now)}` : '',
    signup.minutes !== undefined ? `记了 ${minutesWords(signup.minutes)}` : '',
  ].filter((note) => note !== '')
  const check = can.find((action) => action === 'activity.checkIn' || action === 'activity.checkOut')
  return (
    <View className="mysignup">
      <View className="mysignup__head">
        <View className="mysignup__name">{signup.self ? '我' : signup.name}</View>
        <Tag tone={SIGNUP_TONES[status]}>{SIGNUP_LABELS[status]}</Tag>
      </View>
      {notes.map((note) => (
        <View key={note} className="mysignup__note">
          {note}
        </View>
      ))}
      <View className="mysignup__buttons">
        {can.includes('activity.confirmPlace') && (
          <>
            <Button
              size="middle"
              kind="ghost"
              loading={answer.busy}
              onTap={() => void answer.run({ id, accept: false })}
            >
              不去了
            </Button>
            <Button size="middle" loading={answer.busy} onTap={() => void answer.run({ id, accept: true })}>
              我去
            </Button>
          </>
        )}
        {status === 'going' && (
          <Button size="middle" kind="ghost" onTap={() => void putInCalendar(event)}>
            加到日历
          </Button>
        )}
        {can.includes('activity.cancel') && status !== 'offered' && (
          <Button
            size="middle"
            kind="ghost"
            loading={cancel.busy}
            onTap={() => void sure('位置会让给候补的邻居').then((yes) => yes && void cancel.run({ id }))}
          >
            取消报名
          </Button>
        )}
        {check !== undefined && (
          <Button size="middle" onTap={() => goTo('/features/activity/check/index', { id, action: check })}>
            {check === 'activity.checkIn' ? '签到' : '签退'}
          </Button>
        )}
      </View>
    </View>
  )
}
