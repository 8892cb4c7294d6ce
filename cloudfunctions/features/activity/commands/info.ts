import type { ActivityView } from '~/types/activity'
import type { Input } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { viewActivity } from '../queries'
import { findActivity } from '../repo'

/** One activity with its shifts, the places that are left and the caller's own sign-ups. */
export async function readActivity(ctx: Ctx, { id }: Input<'activity.info'>): Promise<ActivityView> {
  return viewActivity(ctx, await findActivity(ctx.db, id))
}
