import type { Input } from '~/types/api'
import type { MeView } from '~/types/me'
import { can } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { conflict, invalid, notFound } from '../../../core/errors'
import { areaViews } from '../../area/queries'
import { getMeView, reloadActor } from '../../me/queries'
import { bind, lockGroup } from '../repo'

/** Binds the group that the program was opened from. Binding it anew needs a reason and a say over both grids. */
export async function bindGroup(ctx: Ctx, { areaCode, reason = '' }: Input<'group.bind'>): Promise<MeView> {
  const { opengid, user } = ctx.actor
  if (!can(ctx.actor, 'group.bind', areaCode) || !(await areaViews(ctx.db, [areaCode])).has(areaCode)) {
    throw notFound('个网格')
  }
  if (opengid === undefined) {
    throw conflict('no_group', '请在网格的微信群里点开小程序,再来绑定这个群')
  }
  const current = await lockGroup(ctx.db, opengid)
  ctx.trail = { target: opengid, areaCode, reason }
  if (current?.areaCode === areaCode) {
    return getMeView(ctx, ctx.actor)
  }
  if (current !== undefined && !can(ctx.actor, 'group.bind', current.areaCode)) {
    throw conflict('bound_elsewhere', '这个群已经绑定了别的网格。要改绑,请联系村里或镇里')
  }
  if (current !== undefined && reason === '') {
    throw invalid({ reason: '这个群已经绑定过网格,改绑请写一句原因' })
  }
  await bind(ctx.db, { opengid, areaCode, boundBy: user.id, boundAt: ctx.now })
  return getMeView(ctx, await reloadActor(ctx))
}
