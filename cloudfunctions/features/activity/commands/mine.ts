import type { Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { findVolunteerOfUser } from '../people'
import { presentMySignup, presentSignup } from '../present'
import { aroundSignups } from '../queries'
import { listMine } from '../signups'

/** How long a shift that is over stays in sight, in milliseconds: until its hours are counted. */
const KEEP_MS = 3 * 86_400_000

/** What I and my family have signed up for, the next first. */
export async function readMine(ctx: Ctx): Promise<Output<'activity.mine'>> {
  const userId = ctx.actor.user.id
  const volunteerId = await findVolunteerOfUser(ctx.db, userId)
  const since = new Date(ctx.now.getTime() - KEEP_MS)
  const rows = await listMine(ctx.db, userId, volunteerId, since)
  const around = await aroundSignups(ctx, rows)
  return {
    signups: rows.map((row) => {
      const activity = { areaCode: row.areaCode, organiserId: row.organiserId, status: row.activityStatus }
      const { activityId, title, kind, areaName, meeting: place } = row
      const view = presentSignup(row, row, activity, around)
      return presentMySignup(view, row, { activityId, title, kind, areaName, place })
    }),
  }
}
