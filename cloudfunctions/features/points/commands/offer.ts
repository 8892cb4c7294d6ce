import type { Input } from '~/types/api'
import type { GoodsView } from '~/types/points'
import { can, scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden, invalid, notFound } from '../../../core/errors'
import { insertGoods, lockGoods, updateGoods, type GoodsRow } from '../goods'
import { viewGoods } from '../shelf'

type OfferInput = Input<'points.offer'>

/** Puts goods on the village's shelf or changes them. Pieces are added or taken, since others redeem meanwhile. */
export async function offerGoods(ctx: Ctx, input: OfferInput): Promise<GoodsView> {
  const row = input.id === undefined ? await putUp(ctx, input) : await change(ctx, input.id, input)
  ctx.trail = { target: row.id, areaCode: row.areaCode }
  const [view] = await viewGoods(ctx, [row])
  if (view === undefined) {
    throw notFound('样东西')
  }
  return view
}

async function putUp(ctx: Ctx, { name, price, add, shown }: OfferInput): Promise<GoodsRow> {
  const [areaCode] = scopesOf(ctx.actor, 'points.goods')
  if (areaCode === undefined) {
    throw forbidden()
  }
  if (add < 0) {
    throw invalid({ add: '新上架的东西,件数不能是负的' })
  }
  const by = { offeredBy: ctx.actor.user.id, offeredAt: ctx.now }
  return insertGoods(ctx.db, { id: ctx.newId(), areaCode, name, price, stock: add, shown, ...by })
}

async function change(ctx: Ctx, id: string, { version, name, price, add, shown }: OfferInput) {
  const goods = await lockGoods(ctx.db, id)
  if (goods === undefined || !can(ctx.actor, 'points.goods', goods.areaCode)) {
    throw notFound('样东西')
  }
  if (goods.version !== version) {
    throw conflict('changed', '刚刚有人改过,请刷新看看')
  }
  const stock = goods.stock + add
  if (stock < 0) {
    throw invalid({ add: `现在只剩${goods.stock}件,不能减这么多` })
  }
  return updateGoods(ctx.db, id, { name, price, shown, stock, version: goods.version + 1 })
}
