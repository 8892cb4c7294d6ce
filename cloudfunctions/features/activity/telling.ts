import { shanghaiTime } from '../../core/clock'
import type { DeliverCtx, Deliverer } from '../../core/outbox'
import { tellPeople, type PersonMessage } from '../notice/queries'
import { findVolunteers } from './people'
import { findActivity, findShift, type ActivityRow, type ShiftRow } from './repo'
import { findSignup, listOfShift, minutesBySignup, type SignupRow } from './signups'

export const pathOf = (activityId: string) => `features/activity/detail/index?id=${activityId}`

/** 11-26 08:30 */
export const whenWords = (at: Date) => shanghaiTime(at).slice(5)

/** 2小时; 1小时30分; 45分钟 */
export function hoursWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return hours === 0 ? `${rest}分钟` : rest === 0 ? `${hours}小时` : `${hours}小时${rest}分`
}

type Told = 'offered' | 'lapsed' | 'called_off' | 'hours'
type Words = Pick<PersonMessage, 'label' | 'tone' | 'body' | 'kind'>
interface About {
  signup: SignupRow
  shift: ShiftRow
  activity: ActivityRow
  minutes: number
  /** The status that the sign-up had before. */
  from: string
}

/** Nobody is blamed: who did not come may have had a reason, and is asked to make room next time. */
const WORDS: Record<Told, (about: About) => Words> = {
  offered: ({ signup, shift }) => ({
    label: '有位置了',
    tone: 'urgent',
    kind: 'reminder',
    body: `${whenWords(shift.startsAt)} 有位置了,请在 ${whenWords(signup.offeredUntil ?? shift.startsAt)} 前回话`,
  }),
  lapsed: ({ from }) => ({
    label: '没有排上',
    tone: 'neutral',
    body: from === 'offered' ? '没有等到回话,位置给了下一位。下次还欢迎' : '这次人满了,没有排上。谢谢愿意来',
  }),
  called_off: ({ activity }) => ({
    label: '活动取消',
    tone: 'urgent',
    kind: 'reminder',
    body: activity.reason,
  }),
  hours: ({ signup, minutes }) =>
    signup.status === 'absent'
      ? {
          label: '没见到您',
          tone: 'neutral',
          body: '这次没见到,是不是临时有事?下次来不了,提前取消就能把位置让给邻居',
        }
      : { label: '时长已记', tone: 'good', body: `记了${hoursWords(minutes)},谢谢出力` },
}

async function readAbout({ db }: DeliverCtx, id: string, from: string): Promise<About | undefined> {
  const signup = await findSignup(db, id)
  const shift = signup && (await findShift(db, signup.shiftId))
  const activity = signup && (await findActivity(db, signup.activityId))
  if (signup === undefined || shift === undefined || activity === undefined) {
    return undefined
  }
  return { signup, shift, activity, from, minutes: (await minutesBySignup(db, [id])).get(id) ?? 0 }
}

/** Tells who signed up and whom it is for, each once. */
export function tellSignup(told: Told): Deliverer {
  return async (ctx, { id = '', from = '' }) => {
    const about = await readAbout(ctx, id, from)
    if (about !== undefined) {
      await tellPeople(ctx, await messagesOf(ctx, [about.signup], about.activity, WORDS[told](about)))
    }
  }
}

/** The evening before and an hour before, everybody who means to come. */
export const tellReminder: Deliverer = async (ctx, { id = '', kind = '' }) => {
  const shift = await findShift(ctx.db, id)
  const activity = shift && (await findActivity(ctx.db, shift.activityId))
  if (shift === undefined || activity === undefined) {
    return
  }
  const going = (await listOfShift(ctx.db, id)).filter(({ status }) => status === 'going')
  const time = shanghaiTime(shift.startsAt).slice(11)
  const when = kind === 'evening_before' ? `明天 ${time}` : `${time} 开始`
  const bring = activity.bring === '' ? '' : `,${activity.bring}`
  const body = `${when},${activity.place}${bring}`
  const words = { label: '别忘了', tone: 'progress', kind: 'reminder', body } as const
  await tellPeople(ctx, await messagesOf(ctx, going, activity, words))
}

/** One line for each sign-up and person; what is for somebody of the family begins with the name. */
async function messagesOf(
  ctx: DeliverCtx,
  signups: SignupRow[],
  { id, title }: ActivityRow,
  words: Words,
): Promise<PersonMessage[]> {
  const people = await findVolunteers(
    ctx.db,
    signups.map(({ volunteerId }) => volunteerId),
  )
  return signups.flatMap((signup) => {
    const person = people.get(signup.volunteerId)
    const told = new Set([signup.userId, person?.userId ?? signup.userId])
    return [...told].map((userId) => ({
      ...words,
      userId,
      title,
      body: userId === person?.userId ? words.body : `${person?.name ?? ''}:${words.body}`,
      path: `${pathOf(id)}&signupId=${signup.id}`,
    }))
  })
}
