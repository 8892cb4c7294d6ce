import type { Input } from '~/types/api'
import type { AwardView } from '~/types/points'
import { afterWorkingDays, readCalendar } from '../../../core/calendar'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { isTimely } from '../policy'
import { insertObjection } from '../repo'
import { act, openAward, viewAward, type Opened } from '../step'
import { readLimits } from '../terms'

/** Somebody of the village says that it is not right. Who it was is told to nobody but who decides on it. */
export async function objectToAward(ctx: Ctx, { id, reason }: Input<'points.object'>): Promise<AwardView> {
  const isDone = ({ award, objection }: Opened) =>
    award.status === 'objected' && objection?.userId === ctx.actor.user.id
  const { award, repeated } = await openAward(ctx, id, 'points.object', isDone)
  if (repeated) {
    return viewAward(ctx, award)
  }
  if (!isTimely('points.object', award, ctx.now)) {
    throw conflict('wrong_status', '公示已经结束了,有意见请直接找村里')
  }
  const view = await act(ctx, award, 'points.object', {})
  const { decideDays } = await readLimits(ctx)
  await insertObjection(ctx.db, {
    id: ctx.newId(),
    awardId: id,
    userId: ctx.actor.user.id,
    reason,
    at: ctx.now,
    decideBy: afterWorkingDays(await readCalendar(ctx.db, ctx.now), ctx.now, decideDays),
    upheld: null,
    decidedBy: null,
    decidedAt: null,
  })
  return view
}
