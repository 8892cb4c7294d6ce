import type { Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { isMinor } from '../ages'
import { listHousehold, listNamed } from '../people'

/** Whom the caller can sign up: the household of the ledger, then those named before. */
export async function listFamily(ctx: Ctx): Promise<Output<'activity.family'>> {
  const userId = ctx.actor.user.id
  const [household, named] = await Promise.all([listHousehold(ctx.db, userId), listNamed(ctx.db, userId)])
  return {
    items: [
      ...household.map(({ id, name, bornOn }) => ({
        residentId: id,
        name,
        minor: isMinor(bornOn, ctx.now),
      })),
      ...named.map(({ id, name, bornOn }) => ({ memberId: id, name, minor: isMinor(bornOn, ctx.now) })),
    ],
  }
}
