import { can } from '../../core/actor'
import type { Ctx } from '../../core/context'
import { forbidden, notFound } from '../../core/errors'
import { householdOf } from './ledger'
import { findHome } from './repo'

/** The grid of who gets the points; somebody of an area that is the caller's, and not of the own household. */
export async function recipientHome(ctx: Ctx, userId: string): Promise<string> {
  const home = await findHome(ctx.db, userId)
  if (home === undefined || !can(ctx.actor, 'points.propose', home)) {
    throw notFound('个人')
  }
  const own = await householdOf(ctx.db, ctx.actor.user.id)
  const theirs = await householdOf(ctx.db, userId)
  if (userId === ctx.actor.user.id || (own !== null && own === theirs)) {
    throw forbidden('不能给自己家提积分,请别的同志来提')
  }
  return home
}
