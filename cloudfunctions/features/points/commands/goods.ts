import type { Input, Output } from '~/types/api'
import { scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { listShelf } from '../goods'
import { viewGoods, villageOf } from '../shelf'

/** What the caller's village gives; for who looks after the goods of villages, those with what is put away. */
export async function listGoods(ctx: Ctx, _input: Input<'points.goods'>): Promise<Output<'points.goods'>> {
  const kept = scopesOf(ctx.actor, 'points.goods')
  const village = villageOf(ctx.actor)
  const villages = kept.length > 0 ? kept : village === undefined ? [] : [village]
  return {
    items: await viewGoods(ctx, await listShelf(ctx.db, villages, kept.length > 0)),
    canOffer: kept.length > 0,
  }
}
