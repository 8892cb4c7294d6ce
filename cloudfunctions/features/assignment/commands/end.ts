import type { Input } from '~/types/api'
import type { AssignmentView } from '~/types/me'
import { can } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { forbidden, notFound } from '../../../core/errors'
import { getAreaView } from '../../area/queries'
import { endAssignment } from '../ending'
import { mayGive } from '../policy'
import { presentAssignment } from '../present'
import { findAssignments, lockAssignment } from '../repo'

/** Takes a role back; the next call of its holder is refused. */
export async function endRole(ctx: Ctx, { id, reason }: Input<'assignment.end'>): Promise<AssignmentView> {
  const row = await lockAssignment(ctx.db, id)
  if (row === undefined || !can(ctx.actor, 'assignment.view', row.areaCode)) {
    throw notFound('个职务')
  }
  if (!mayGive(ctx.actor, row.role, row.areaCode) || row.userId === ctx.actor.user.id) {
    throw forbidden('这个职务要由上一级来定')
  }
  ctx.trail = { target: row.userId, areaCode: row.areaCode, reason }
  await endAssignment(ctx, row, { by: ctx.actor.user.id, reason })
  const [ended] = await findAssignments(ctx.db, [id])
  if (ended === undefined) {
    throw notFound('个职务')
  }
  return presentAssignment(ended, await getAreaView(ctx.db, ended.areaCode), ctx.actor, ctx.now)
}
