import type { ActivityView } from '~/types/activity'
import type { Input } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { move } from '../../../core/workflow'
import { columnsOf, planShifts, takePicture, writeShifts } from '../making'
import { openActivity } from '../opening'
import { viewActivity } from '../queries'
import { activityWorkflow } from '../workflow'

/** Says it anew while nobody can have signed up. */
export async function updateActivity(ctx: Ctx, input: Input<'activity.update'>): Promise<ActivityView> {
  const row = await openActivity(ctx, input.id, 'activity.update')
  const { shifts, next } = planShifts(ctx, input)
  await takePicture(ctx, input.pictureId, row.pictureId)
  const moved = await move(ctx, {
    table: 'activity',
    workflow: activityWorkflow,
    row,
    action: 'activity.update',
    to: row.status,
    set: { ...columnsOf(ctx, input), ...next },
  })
  await writeShifts(ctx, row.id, shifts)
  return viewActivity(ctx, moved)
}
