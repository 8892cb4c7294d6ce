import type { RosterView } from '~/types/activity-api'
import type { Input } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { conflict, notFound } from '../../../core/errors'
import type { NewRow } from '../../../core/schema'
import { move } from '../../../core/workflow'
import { countedInterval, splitByDay } from '../hours'
import { Days, insertEntries, lockVolunteers } from '../ledger'
import type { ShiftRow } from '../repo'
import { requireOrganised, viewRoster } from '../roster'
import { listOfShift, type SignupRow } from '../signups'
import { signupWorkflow } from '../workflow'

type Verdict = Input<'activity.confirmHours'>['signups'][number]

/**
 * The organiser says who was there. Hours are min(actual, planned × 1.25), or less when the organiser says so, and at
 * most eight on a day of Shanghai over all activities. Who was not there gets a friendly line and no blame.
 */
export async function confirmHours(
  ctx: Ctx,
  { shiftId, signups }: Input<'activity.confirmHours'>,
): Promise<RosterView> {
  const open = await requireOrganised(ctx, shiftId)
  if (ctx.now < open.shift.startsAt) {
    throw conflict('not_yet', '还没开始,结束后再确认')
  }
  const verdicts = new Map(signups.map((verdict) => [verdict.id, verdict]))
  const found = await listOfShift(ctx.db, shiftId)
  await lockVolunteers(
    ctx.db,
    found.filter(({ id }) => verdicts.has(id)).map(({ volunteerId }) => volunteerId),
  )
  // Read again: what was found before the lock may have been counted meanwhile.
  const rows = (await listOfShift(ctx.db, shiftId)).filter(({ id }) => verdicts.has(id))
  if (rows.length !== verdicts.size) {
    throw notFound('个报名')
  }
  const days = await Days.of(
    ctx.db,
    rows.map(({ volunteerId }) => volunteerId),
  )
  const entries: NewRow<'serviceEntry'>[] = []
  for (const row of rows) {
    entries.push(...(await settle(ctx, row, verdicts.get(row.id) as Verdict, { shift: open.shift, days })))
  }
  await insertEntries(ctx.db, entries)
  await days.write(ctx.db)
  return viewRoster(ctx, open)
}

/** Counts one of them and returns the lines for the ledger; none for who was counted before. */
async function settle(
  ctx: Ctx,
  row: SignupRow,
  { absent = false, minutes }: Verdict,
  { shift, days }: { shift: ShiftRow; days: Days },
): Promise<NewRow<'serviceEntry'>[]> {
  const { arrivedAt, leftAt, activityId, volunteerId } = row
  if (row.status === 'served' || row.status === 'absent') {
    return []
  }
  if (!absent && arrivedAt === null) {
    throw conflict('wrong_status', '有人还没签到,请先在名单上点到')
  }
  const to = absent ? 'absent' : 'served'
  await move(ctx, { table: 'signup', workflow: signupWorkflow, row, action: 'activity.confirmHours', to })
  const parts =
    absent || arrivedAt === null ? [] : splitByDay(countedInterval({ ...shift, arrivedAt, leftAt }), minutes)
  return parts.flatMap(({ day, minutes: wanted }) => {
    const counted = days.add(volunteerId, day, wanted)
    const entry = { id: ctx.newId(), signupId: row.id, activityId, volunteerId, day, minutes: counted }
    const rest = { kind: 'served', enteredBy: ctx.actor.user.id, at: ctx.now } as const
    return counted > 0 ? [{ ...entry, ...rest }] : []
  })
}
