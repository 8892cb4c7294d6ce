import type { Ctx } from '../../core/context'
import { AppError } from '../../core/errors'
import { insertRedemption, type GoodsRow, type RedemptionRow } from './goods'
import { post, villageAccount, type AccountRow } from './ledger'

const DAY_MS = 86_400_000
/** A village has a million codes and some dozens waiting: three tries never run out. */
const CODE_TRIES = 3

interface Reservation {
  account: AccountRow
  goods: GoodsRow
  requestId: string
  collectDays: number
  code(): string
}

/** Keeps a piece that was taken from the shelf, and books the points for it. */
export async function reserve(
  ctx: Ctx,
  { account, goods, requestId, collectDays, code }: Reservation,
): Promise<RedemptionRow> {
  const row = {
    id: ctx.newId(),
    requestId,
    goodsId: goods.id,
    accountId: account.id,
    userId: ctx.actor.user.id,
    areaCode: goods.areaCode,
    goodsName: goods.name,
    price: goods.price,
    status: 'reserved' as const,
    redeemedAt: ctx.now,
    collectBy: new Date(ctx.now.getTime() + collectDays * DAY_MS),
    collectedAt: null,
    collectedBy: null,
    version: 1,
  }
  const kept = await withFreeCode(ctx, row, code)
  await post(ctx, {
    kind: 'redemption',
    sourceType: 'redemption',
    sourceId: row.id,
    rule: 'redeem',
    category: null,
    userId: row.userId,
    words: goods.name,
    madeBy: row.userId,
    lines: [
      { accountId: account.id, amount: -goods.price },
      { accountId: await villageAccount(ctx, account.areaCode, 'redeemed'), amount: goods.price },
    ],
  })
  return kept
}

async function withFreeCode(
  ctx: Ctx,
  row: Omit<RedemptionRow, 'code'>,
  code: () => string,
): Promise<RedemptionRow> {
  for (let tries = 0; tries < CODE_TRIES; tries += 1) {
    const kept = { ...row, code: code() }
    if (await insertRedemption(ctx.db, kept)) {
      return kept
    }
  }
  throw new AppError('UNAVAILABLE', { userMessage: '现在兑的人多,请过一会儿再试', message: 'no free code' })
}
