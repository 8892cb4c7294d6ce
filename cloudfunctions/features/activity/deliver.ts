import type { Deliverer } from '../../core/outbox'
import { tellGrids } from '../feed/queries'
import { tellPeople } from '../notice/queries'
import {
  findActivity,
  listReportPictures,
  listShifts,
  setToldLeft,
  sumService,
  type ActivityRow,
  type ShiftRow,
} from './repo'
import { pathOf, tellSignup, tellReminder, whenWords } from './telling'
import { CORRECTED, REMINDED } from './workflow'

/** Under this key every card of an activity's call stands, so that its free places can be told anew. */
export const cardKey = (activityId: string) => `activity:${activityId}`

/** 还差3人; 人满了,可以候补 */
export const leftWords = (left: number) => (left > 0 ? `还差${left}人` : '人满了,可以候补')

export function cardBody(activity: ActivityRow, left: number): string {
  return `${whenWords(activity.nextAt)} · ${activity.place} · ${leftWords(left)}`
}

const freePlaces = (shifts: ShiftRow[], now: Date) =>
  shifts.filter(({ endsAt }) => endsAt > now).reduce((sum, { capacity, taken }) => sum + capacity - taken, 0)

/** Published: the area is called. Who proposed it hears what became of it. */
const tellDecision: Deliverer = async (ctx, { id = '' }) => {
  const activity = await findActivity(ctx.db, id)
  if (activity === undefined) {
    return
  }
  const { areaCode, title, pictureId, organiserId, decidedBy } = activity
  if (activity.publishedAt !== null && activity.status === 'published') {
    const left = freePlaces(await listShifts(ctx.db, [id]), ctx.now)
    const card = {
      areaCode,
      title,
      pictureId,
      label: '志愿招募',
      tone: 'progress',
      path: pathOf(id),
    } as const
    await tellGrids({ ...ctx, eventKey: cardKey(id) }, [{ ...card, body: cardBody(activity, left) }])
    await setToldLeft(ctx.db, id, left)
  }
  if (organiserId !== decidedBy) {
    const declined = activity.status === 'declined'
    await tellPeople(ctx, [
      {
        userId: organiserId,
        title,
        path: pathOf(id),
        label: declined ? '没有采用' : '已发布',
        tone: declined ? 'neutral' : 'good',
        body: declined ? `原因:${activity.reason}` : '同意了您提的活动,已经告诉邻居',
      },
    ])
  }
}

const tellCallOff: Deliverer = async (ctx, { id = '' }) => {
  const activity = await findActivity(ctx.db, id)
  if (activity === undefined || activity.publishedAt === null) {
    return
  }
  const { areaCode, title, reason } = activity
  await tellGrids(ctx, [
    {
      areaCode,
      title,
      body: reason,
      label: '活动取消',
      tone: 'urgent',
      path: pathOf(id),
      pictureId: null,
    },
  ])
}

/** What was done, with a picture and thanks. */
const tellReport: Deliverer = async (ctx, { id = '' }) => {
  const activity = await findActivity(ctx.db, id)
  if (activity === undefined) {
    return
  }
  const [{ people, minutes }, [pictureId]] = await Promise.all([
    sumService(ctx.db, id),
    listReportPictures(ctx.db, id),
  ])
  const hours = Math.round(minutes / 6) / 10
  const thanks = people === 0 ? '' : `谢谢${people}位邻居,一共出力${hours}小时。`
  const { areaCode, title } = activity
  await tellGrids(ctx, [
    {
      areaCode,
      title,
      body: `${thanks}${activity.report}`,
      label: '谢谢大家',
      tone: 'good',
      path: pathOf(id),
      pictureId: pictureId ?? null,
    },
  ])
}

/** Event → who is told. */
export const activityDeliverers: Record<string, Deliverer> = {
  'activity.decided': tellDecision,
  'activity.ended': tellCallOff,
  'activity.reported': tellReport,
  'activity.hoursConfirmed': tellSignup('hours'),
  'signup.offered': tellSignup('offered'),
  'signup.lapsed': tellSignup('lapsed'),
  'signup.dropped': tellSignup('called_off'),
  [REMINDED]: tellReminder,
  [CORRECTED]: tellSignup('hours'),
}
