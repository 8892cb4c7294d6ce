import type { Input, Output } from '~/types/api'
import { areaCodeAt } from '~/types/area'
import { scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { viewPosts } from '../queries'
import { listPosts } from '../repo'

/** Posts of the own village that may be taken or are held; for its staff also those that are put away. */
export async function readPosts(ctx: Ctx, _input: Input<'party.posts'>): Promise<Output<'party.posts'>> {
  const kept = scopesOf(ctx.actor, 'party.manage')
  const { membership } = ctx.actor
  const home = membership === null ? [] : [areaCodeAt(membership.areaCode, 'village')]
  const views = await viewPosts(ctx, await listPosts(ctx.db, kept.length > 0 ? kept : home))
  const canOffer = kept.length > 0
  return { items: views.filter(({ shown, taken }) => canOffer || shown || taken), canOffer }
}
