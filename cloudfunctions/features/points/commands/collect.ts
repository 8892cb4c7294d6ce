import type { Input } from '~/types/api'
import type { RedemptionView } from '~/types/points'
import { scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { AppError, conflict } from '../../../core/errors'
import { move } from '../../../core/workflow'
import { lockByCode } from '../goods'
import { viewRedemptions } from '../shelf'
import { redemptionWorkflow } from '../workflow'

const noSuchCode = () =>
  new AppError('NOT_FOUND', {
    userMessage: '没有这个取货码,请再对一遍',
    fields: { code: '没有这个取货码,请再对一遍' },
  })

/** Hands out what was redeemed to whoever shows its code; once. */
export async function collectGoods(ctx: Ctx, { code }: Input<'points.collect'>): Promise<RedemptionView> {
  const row = await lockByCode(ctx.db, scopesOf(ctx.actor, 'points.goods'), code)
  if (row === undefined) {
    throw noSuchCode()
  }
  ctx.trail = { target: row.id, areaCode: row.areaCode }
  if (row.status === 'returned') {
    throw conflict('not_collectable', '过了时间没有取,已经退回去了')
  }
  if (row.status === 'collected' && row.collectedBy !== ctx.actor.user.id) {
    throw conflict('not_collectable', '这个码的东西已经取走了')
  }
  const set = { collectedBy: ctx.actor.user.id, collectedAt: ctx.now }
  const step = { table: 'pointsRedemption', workflow: redemptionWorkflow, action: 'points.collect' } as const
  const next = row.status === 'reserved' ? await move(ctx, { ...step, row, set }) : row
  const [view] = await viewRedemptions(ctx, [next], 'keeper')
  if (view === undefined) {
    throw noSuchCode()
  }
  return view
}
