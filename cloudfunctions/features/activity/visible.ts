import type { Ctx } from '../../core/context'
import { notFound } from '../../core/errors'
import { findVolunteerOfUser } from './people'
import { sees } from './policy'
import { findActivity, findShift, type ActivityRow, type ShiftRow } from './repo'
import { listOwn } from './signups'

/** The activity for who may see it; NOT_FOUND else. */
export async function requireVisible(ctx: Ctx, activity: ActivityRow | undefined): Promise<ActivityRow> {
  const missing = () => notFound('个活动')
  if (activity === undefined) {
    throw missing()
  }
  if (!sees(ctx.actor, activity)) {
    const volunteerId = await findVolunteerOfUser(ctx.db, ctx.actor.user.id)
    const own = await listOwn(ctx.db, [activity.id], ctx.actor.user.id, volunteerId)
    if (!sees(ctx.actor, activity, own.length > 0)) {
      throw missing()
    }
  }
  return activity
}

/** A shift with its activity, for who may see it. */
export async function requireShift(
  ctx: Ctx,
  id: string,
): Promise<{ shift: ShiftRow; activity: ActivityRow }> {
  const shift = await findShift(ctx.db, id)
  if (shift === undefined) {
    throw notFound('个时段')
  }
  return { shift, activity: await requireVisible(ctx, await findActivity(ctx.db, shift.activityId)) }
}
