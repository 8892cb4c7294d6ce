import type { Input } from '~/types/api'
import type { MeView } from '~/types/me'
import type { Ctx } from '../../../core/context'
import { conflict, notFound } from '../../../core/errors'
import { areaViews } from '../../area/queries'
import { getMeView, reloadActor } from '../../me/queries'
import { lockCurrent, replaceCurrent } from '../repo'

/**
 * The person says where they live. From a bound group of that grid the choice counts as `group`; what a worker has
 * confirmed only a worker changes.
 */
export async function chooseMembership(ctx: Ctx, { areaCode }: Input<'membership.choose'>): Promise<MeView> {
  if (!(await areaViews(ctx.db, [areaCode])).has(areaCode)) {
    throw notFound('个网格')
  }
  const { user, groupAreaCode } = ctx.actor
  const current = await lockCurrent(ctx.db, user.id)
  const assurance = groupAreaCode === areaCode ? 'group' : 'self'
  ctx.trail.target = user.id
  ctx.trail.areaCode = areaCode
  // The same grid again only ever makes it more certain.
  if (current?.areaCode === areaCode && (current.assurance !== 'self' || assurance === 'self')) {
    return getMeView(ctx, ctx.actor)
  }
  if (current?.assurance === 'worker' && current.areaCode !== areaCode) {
    throw conflict('confirmed_by_worker', '网格员已经确认过您住的网格。搬家了请告诉网格员,由他来改')
  }
  await replaceCurrent(ctx.db, {
    id: ctx.newId(),
    userId: user.id,
    areaCode,
    assurance,
    since: ctx.now,
    setBy: user.id,
  })
  return getMeView(ctx, await reloadActor(ctx))
}
