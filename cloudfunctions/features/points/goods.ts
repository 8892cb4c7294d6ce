import { sql } from 'kysely'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'

export type GoodsRow = Row<'pointsGoods'>
export type RedemptionRow = Row<'pointsRedemption'>
/** A village has one shelf, not a shop: more than this is not offered. */
export const GOODS_MOST = 200

/** Goods of some villages, the cheapest first. */
export function listShelf(db: DbOrTx, villages: string[], all: boolean): Promise<GoodsRow[]> {
  return db
    .selectFrom('pointsGoods')
    .selectAll()
    .where('areaCode', 'in', villages.length === 0 ? [''] : villages)
    .$if(!all, (query) => query.where('shown', '=', true))
    .orderBy('price')
    .orderBy('id')
    .limit(GOODS_MOST)
    .execute()
}

export function findGoods(db: DbOrTx, id: string): Promise<GoodsRow | undefined> {
  return db.selectFrom('pointsGoods').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockGoods(db: DbOrTx, id: string): Promise<GoodsRow | undefined> {
  return db.selectFrom('pointsGoods').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertGoods(db: DbOrTx, row: NewRow<'pointsGoods'>): Promise<GoodsRow> {
  return db.insertInto('pointsGoods').values(row).returningAll().executeTakeFirstOrThrow()
}

export async function updateGoods(db: DbOrTx, id: string, set: Partial<GoodsRow>): Promise<GoodsRow> {
  return db.updateTable('pointsGoods').set(set).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

/** Takes one piece at the price that the person saw; false when none is left, or it costs something else by now. */
export async function takePiece(db: DbOrTx, { id, price }: GoodsRow): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('pointsGoods')
    .set(({ eb }) => ({ stock: eb('stock', '-', 1) }))
    .where('id', '=', id)
    .where('price', '=', price)
    .where('shown', '=', true)
    .where('stock', '>', 0)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function putBackPiece(db: DbOrTx, id: string): Promise<void> {
  await db
    .updateTable('pointsGoods')
    .set(({ eb }) => ({ stock: eb('stock', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** False when the code is taken by something else that waits in the village. */
export async function insertRedemption(db: DbOrTx, row: NewRow<'pointsRedemption'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('pointsRedemption')
    .values(row)
    .onConflict((oc) => oc.columns(['areaCode', 'code']).where('status', '=', 'reserved').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export function findRedemption(db: DbOrTx, id: string): Promise<RedemptionRow | undefined> {
  return db.selectFrom('pointsRedemption').selectAll().where('id', '=', id).executeTakeFirst()
}

export function findRedeemed(
  db: DbOrTx,
  userId: string,
  requestId: string,
): Promise<RedemptionRow | undefined> {
  return db
    .selectFrom('pointsRedemption')
    .selectAll()
    .where('userId', '=', userId)
    .where('requestId', '=', requestId)
    .executeTakeFirst()
}

/** What lies under a code inside the scopes, locked: what waits before what was handed out, the newest first. */
export function lockByCode(db: DbOrTx, scopes: string[], code: string): Promise<RedemptionRow | undefined> {
  return db
    .selectFrom('pointsRedemption')
    .selectAll()
    .where(inScopes('area_code', scopes))
    .where('code', '=', code)
    .orderBy(sql`status = 'reserved'`, 'desc')
    .orderBy('redeemedAt', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

/** What nobody came for in time. */
export function lockUncollected(db: DbOrTx, now: Date, limit: number): Promise<RedemptionRow[]> {
  return db
    .selectFrom('pointsRedemption')
    .selectAll()
    .where('status', '=', 'reserved')
    .where('collectBy', '<=', now)
    .orderBy('collectBy')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Points that a household has spent since then and not got back. */
export async function sumRedeemed(db: DbOrTx, accountId: string, since: Date): Promise<number> {
  const { sum } = await db
    .selectFrom('pointsRedemption')
    .select(sql<number>`coalesce(sum(price), 0)::int`.as('sum'))
    .where('accountId', '=', accountId)
    .where('status', '<>', 'returned')
    .where('redeemedAt', '>=', since)
    .executeTakeFirstOrThrow()
  return sum
}

/** What waits for a household, the first to go back first. */
export function listReserved(db: DbOrTx, accountId: string): Promise<RedemptionRow[]> {
  return db
    .selectFrom('pointsRedemption')
    .selectAll()
    .where('accountId', '=', accountId)
    .where('status', '=', 'reserved')
    .orderBy('collectBy')
    .limit(50)
    .execute()
}
