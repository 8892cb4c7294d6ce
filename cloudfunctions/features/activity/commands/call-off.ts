import type { ActivityView } from '~/types/activity'
import type { Input } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { move } from '../../../core/workflow'
import { openActivity } from '../opening'
import { viewActivity } from '../queries'
import { activityWorkflow } from '../workflow'

/** The activity does not take place. The clock lets its people go and tells each of them. */
export async function callOffActivity(
  ctx: Ctx,
  { id, reason }: Input<'activity.callOff'>,
): Promise<ActivityView> {
  const row = await openActivity(ctx, id, 'activity.callOff')
  if (row.status === 'called_off') {
    return viewActivity(ctx, row)
  }
  if (row.nextOverAt <= ctx.now) {
    throw conflict('shift_over', '活动已经办完了,不用取消')
  }
  ctx.trail.reason = reason
  const set = { reason, decidedBy: ctx.actor.user.id }
  const action = 'activity.callOff'
  return viewActivity(
    ctx,
    await move(ctx, { table: 'activity', workflow: activityWorkflow, row, action, set }),
  )
}
