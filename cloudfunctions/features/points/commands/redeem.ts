import { randomInt } from 'node:crypto'
import type { Input } from '~/types/api'
import { COLLECT_CODE_LENGTH, type PointsLimit, type RedemptionView } from '~/types/points'
import { shanghaiMidnight } from '../../../core/clock'
import type { Ctx } from '../../../core/context'
import { AppError, conflict, notFound } from '../../../core/errors'
import { findGoods, findRedeemed, sumRedeemed, takePiece, type GoodsRow } from '../goods'
import { findHolder, lockAccount, type AccountRow } from '../ledger'
import { reserve } from '../reservation'
import { villageOf, viewRedemptions } from '../shelf'
import { readLimits } from '../terms'

/** Points for goods: one piece is kept for the household until it is collected with the code. */
export async function redeemGoods(ctx: Ctx, input: Input<'points.redeem'>): Promise<RedemptionView> {
  const holder = await findHolder(ctx.db, ctx.actor.user.id)
  // Whoever comes second with the same request waits here until the first is done.
  const account = holder && (await lockAccount(ctx.db, holder.id))
  const made = await findRedeemed(ctx.db, ctx.actor.user.id, input.requestId)
  if (made !== undefined && made.goodsId !== input.goodsId) {
    throw conflict('request_reused', '这次提交和上次的内容不一样,请返回重新提交')
  }
  const row = made ?? (await take(ctx, account, input))
  ctx.trail = { target: row.id, areaCode: row.areaCode }
  const [view] = await viewRedemptions(ctx, [row], 'household')
  if (view === undefined) {
    throw notFound('样东西')
  }
  return view
}

async function take(
  ctx: Ctx,
  account: AccountRow | undefined,
  { goodsId, requestId }: Input<'points.redeem'>,
) {
  const goods = await findGoods(ctx.db, goodsId)
  if (goods === undefined || !goods.shown || goods.areaCode !== villageOf(ctx.actor)) {
    throw notFound('样东西')
  }
  if (account === undefined || account.balance < goods.price) {
    throw conflict('points_short', `积分不够,还差${goods.price - (account?.balance ?? 0)}分`)
  }
  const limits = await readLimits(ctx)
  await refuseTooMuch(ctx, account, goods, limits)
  if (!(await takePiece(ctx.db, goods))) {
    throw conflict('sold_out', '刚刚被别人兑走了,看看别的吧')
  }
  const code = () => String(randomInt(10 ** COLLECT_CODE_LENGTH)).padStart(COLLECT_CODE_LENGTH, '0')
  return reserve(ctx, { account, goods, requestId, collectDays: limits.collectDays, code })
}

async function refuseTooMuch(
  ctx: Ctx,
  account: AccountRow,
  { price }: GoodsRow,
  { redeemDay }: Record<PointsLimit, number>,
): Promise<void> {
  const left = redeemDay - (await sumRedeemed(ctx.db, account.id, shanghaiMidnight(ctx.now)))
  if (price > left) {
    const userMessage = `一家一天最多兑${redeemDay}分,今天还能兑${Math.max(0, left)}分`
    throw new AppError('LIMIT_REACHED', { userMessage, reason: 'redeem_limit' })
  }
}
