import { areaCodeAt } from '~/types/area'
import type { GoodsView, RedemptionView } from '~/types/points'
import { can, type Actor } from '../../core/actor'
import type { Ctx } from '../../core/context'
import { maskName } from '../../core/masking'
import { areaViews } from '../area/queries'
import type { GoodsRow, RedemptionRow } from './goods'

/** The village whose goods a person may redeem: the one they belong to, not one whose group they looked into. */
export const villageOf = ({ membership }: Actor) =>
  membership === null ? undefined : areaCodeAt(membership.areaCode, 'village')

/** Views of goods; what is sold out is still seen. */
export async function viewGoods(ctx: Ctx, rows: GoodsRow[]): Promise<GoodsView[]> {
  const areas = await areaViews(
    ctx.db,
    rows.map(({ areaCode }) => areaCode),
  )
  return rows.map(({ id, name, price, stock, areaCode, shown, version }) => ({
    id,
    name,
    price,
    stock,
    areaCode,
    areaName: areas.get(areaCode)?.fullName ?? '',
    shown,
    version,
    can: [
      ...(shown && stock > 0 && villageOf(ctx.actor) === areaCode ? (['points.redeem'] as const) : []),
      ...(can(ctx.actor, 'points.goods', areaCode) ? (['points.offer'] as const) : []),
    ],
  }))
}

/** Views of what was redeemed. The code is for the household, the masked name for who hands out. */
export async function viewRedemptions(
  ctx: Ctx,
  rows: RedemptionRow[],
  reader: 'household' | 'keeper',
): Promise<RedemptionView[]> {
  const areas = await areaViews(
    ctx.db,
    rows.map(({ areaCode }) => areaCode),
  )
  const ids = [...new Set(rows.map(({ userId }) => userId))]
  const people =
    ids.length === 0
      ? []
      : await ctx.db.selectFrom('appUser').select(['id', 'name']).where('id', 'in', ids).execute()
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    id: row.id,
    goodsName: row.goodsName,
    price: row.price,
    status: row.status,
    ...(reader === 'household' && row.status === 'reserved' && { code: row.code }),
    redeemedAt: row.redeemedAt.toISOString(),
    collectBy: row.collectBy.toISOString(),
    areaName: areas.get(row.areaCode)?.fullName ?? '',
    name: maskName(names.get(row.userId) ?? ''),
  }))
}
