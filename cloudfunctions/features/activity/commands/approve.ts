import type { ActivityView } from '~/types/activity'
import type { Input } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { move } from '../../../core/workflow'
import { openActivity } from '../opening'
import { viewActivity } from '../queries'
import { activityWorkflow } from '../workflow'

/** Publishes a draft or a resident's proposal, or says why not. */
export async function approveActivity(
  ctx: Ctx,
  { id, approved, words = '' }: Input<'activity.approve'>,
): Promise<ActivityView> {
  const row = await openActivity(ctx, id, 'activity.approve')
  const to = approved ? 'published' : 'declined'
  if (row.status === to && row.decidedBy === ctx.actor.user.id) {
    return viewActivity(ctx, row)
  }
  if (approved && row.nextAt <= ctx.now) {
    throw conflict('shift_over', '活动时间已经过了,请改了时间再发')
  }
  ctx.trail.reason = words
  const moved = await move(ctx, {
    table: 'activity',
    workflow: activityWorkflow,
    row,
    action: 'activity.approve',
    to,
    set: { decidedBy: ctx.actor.user.id, ...(approved ? { publishedAt: ctx.now } : { reason: words }) },
  })
  return viewActivity(ctx, moved)
}
