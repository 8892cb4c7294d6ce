import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { shanghaiDay } from '../../../core/clock'
import { invalid } from '../../../core/errors'
import { askAgain, giveUp } from '../asking'
import { hearSubmitter } from '../hearing'
import { readLimits } from '../limits'
import { viewAppeal } from '../queries'
import { findCallback } from '../ratings'
import type { AppealRow } from '../repo'
import { act, openForAct } from '../step'

/**
 * The level above telephones the person and writes down what they say. Whoever handled it does not ask about their
 * own work (domain rules 1.4). Not reached counts once a day; after the last time the case is closed without a word.
 */
export async function callBackAppeal(ctx: Ctx, input: Input<'appeal.callBack'>): Promise<AppealView> {
  const { id, reached, outcome, satisfaction, words = '' } = input
  const { appeal, repeated } = await openForAct(
    ctx,
    id,
    'appeal.callBack',
    ({ status }) => status === 'closed',
  )
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  if (reached) {
    if (outcome === undefined || satisfaction === undefined) {
      throw invalid({
        ...(outcome === undefined && { outcome: '请选一下解决了没有' }),
        ...(satisfaction === undefined && { satisfaction: '请选一下满意不满意' }),
      })
    }
    const word = { outcome, satisfaction, words, calledBy: ctx.actor.user.id }
    return viewAppeal(ctx, await hearSubmitter(ctx, appeal, 'appeal.callBack', word))
  }
  return viewAppeal(ctx, await notReached(ctx, appeal, words))
}

async function notReached(ctx: Ctx, appeal: AppealRow, said: string): Promise<AppealRow> {
  const words = said === '' ? '没有打通' : said
  const callback = await findCallback(ctx.db, appeal.id, appeal.reopenCount)
  const counts = callback !== undefined && shanghaiDay(callback.triedAt) !== shanghaiDay(ctx.now)
  if (counts && callback.tries >= (await readLimits(ctx)).asks) {
    const set = { closedAt: ctx.now }
    const closed = await act(ctx, { appeal, action: 'appeal.callBack', to: 'closed', set, words })
    await giveUp(ctx, callback)
    return closed
  }
  if (counts) {
    await askAgain(ctx, callback)
  }
  return act(ctx, { appeal, action: 'appeal.callBack', to: appeal.status, words })
}
