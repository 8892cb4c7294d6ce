import type { ActivityView } from '~/types/activity'
import type { Input } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { move } from '../../../core/workflow'
import { attachPictures } from '../../picture/queries'
import { openActivity } from '../opening'
import { viewActivity } from '../queries'
import { insertReportPictures, listShifts } from '../repo'
import { activityWorkflow } from '../workflow'

/** Tells the neighbours what was done, with pictures and thanks. Ends the activity. */
export async function reportActivity(
  ctx: Ctx,
  { id, words, pictureIds = [] }: Input<'activity.report'>,
): Promise<ActivityView> {
  const row = await openActivity(ctx, id, 'activity.report')
  if (row.status === 'reported' && row.report === words) {
    return viewActivity(ctx, row)
  }
  const last = (await listShifts(ctx.db, [id])).at(-1)
  if (last !== undefined && last.startsAt > ctx.now) {
    throw conflict('not_yet', '还有没办的时段,都办完了再发小结')
  }
  const action = 'activity.report'
  const set = { report: words, reportedAt: ctx.now }
  const moved = await move(ctx, { table: 'activity', workflow: activityWorkflow, row, action, set })
  await attachPictures(ctx, pictureIds)
  await insertReportPictures(ctx.db, id, pictureIds)
  return viewActivity(ctx, moved)
}
