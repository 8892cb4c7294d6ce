import type { RosterView } from '~/types/activity-api'
import type { Input } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { requireOrganised, viewRoster } from '../roster'

/** Who has signed up for a shift and who is there, with their names, for its organiser. */
export async function readRoster(ctx: Ctx, { shiftId }: Input<'activity.roster'>): Promise<RosterView> {
  return viewRoster(ctx, await requireOrganised(ctx, shiftId))
}
