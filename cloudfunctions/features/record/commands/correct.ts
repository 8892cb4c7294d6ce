import { PLANNED_SHARE_MOST } from '~/types/record'
import type { Input, Output } from '~/types/api'
import { shanghaiDay } from '../../../core/clock'
import type { Ctx } from '../../../core/context'
import { conflict, invalid } from '../../../core/errors'
import { emit } from '../../../core/outbox'
import { CORRECTED, Days, insertEntries, lockVolunteers, openSignup } from '../../activity/queries'
import { daysOfSignup } from '../repo'

/** Another number of minutes than was counted: a counter-entry with a reason, never a change of what stands. */
export async function correctRecord(
  ctx: Ctx,
  { signupId, minutes, reason }: Input<'record.correct'>,
): Promise<Output<'record.correct'>> {
  const { signup, shift } = await openSignup(ctx, signupId, 'activity.confirmHours')
  if (signup.status !== 'served') {
    throw conflict('wrong_status', '还没有确认时长,先确认再更正')
  }
  const planned = (shift.endsAt.getTime() - shift.startsAt.getTime()) / 60_000
  if (minutes > planned * PLANNED_SHARE_MOST) {
    throw invalid({ minutes: `这个时段最多记${Math.floor(planned * PLANNED_SHARE_MOST)}分钟` })
  }
  await lockVolunteers(ctx.db, [signup.volunteerId])
  const counted = await daysOfSignup(ctx.db, signupId)
  const change = minutes - counted.reduce((sum, one) => sum + one.minutes, 0)
  if (change !== 0) {
    ctx.trail.reason = reason
    await enter(ctx, signup, {
      change,
      reason,
      counted: counted.length > 0 ? counted : [dayOf(signup.arrivedAt ?? shift.startsAt)],
    })
  }
  return { minutes }
}

/** The day of somebody whose presence came to no whole minute. */
const dayOf = (arrivedAt: Date) => ({ day: shanghaiDay(arrivedAt), minutes: 0 })

interface Entering {
  change: number
  reason: string
  counted: { day: string; minutes: number }[]
}

async function enter(
  ctx: Ctx,
  signup: { id: string; activityId: string; volunteerId: string },
  { change, reason, counted }: Entering,
): Promise<void> {
  const { id: signupId, activityId, volunteerId } = signup
  const days = await Days.of(ctx.db, [volunteerId])
  let left = change
  const entries = counted.flatMap(({ day, minutes }) => {
    const done = days.add(volunteerId, day, Math.max(left, -minutes))
    left -= done
    const entry = { id: ctx.newId(), signupId, activityId, volunteerId, day, minutes: done, reason }
    const rest = { kind: 'correction', enteredBy: ctx.actor.user.id, at: ctx.now } as const
    return done === 0 ? [] : [{ ...entry, ...rest }]
  })
  if (left !== 0) {
    throw conflict('hours_full', '那一天已经记满8小时了')
  }
  await insertEntries(ctx.db, entries)
  await days.write(ctx.db)
  await emit(ctx, CORRECTED, { id: signupId }, `${CORRECTED}:${entries[0]?.id ?? signupId}`)
}
