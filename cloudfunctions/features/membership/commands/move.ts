import type { Input } from '~/types/api'
import type { MemberView } from '~/types/me'
import { areaCodeAt } from '~/types/area'
import { can } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { forbidden, notFound } from '../../../core/errors'
import { areaViews } from '../../area/queries'
import { lockCurrent } from '../repo'
import { setByWorker, viewMember } from './confirm'

/**
 * Moves a person to the grid where they really live. The worker of the old grid may move them inside the village;
 * further away needs staff of both places.
 */
export async function moveMembership(
  ctx: Ctx,
  { userId, areaCode }: Input<'membership.move'>,
): Promise<MemberView> {
  const current = await lockCurrent(ctx.db, userId)
  if (current === undefined || !can(ctx.actor, 'membership.manage', current.areaCode)) {
    throw notFound('位邻居')
  }
  if (!(await areaViews(ctx.db, [areaCode])).has(areaCode)) {
    throw notFound('个网格')
  }
  const sameVillage = areaCodeAt(current.areaCode, 'village') === areaCodeAt(areaCode, 'village')
  if (!sameVillage && !can(ctx.actor, 'membership.manage', areaCode)) {
    throw forbidden('只能在本村里调整网格。搬到别的村,请他从那边的网格群打开')
  }
  await setByWorker(ctx, userId, areaCode, current.areaCode !== areaCode || current.assurance !== 'worker')
  return viewMember(ctx, userId)
}
