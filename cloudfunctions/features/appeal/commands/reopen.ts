import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { AppError, conflict } from '../../../core/errors'
import { beginAgain } from '../reopening'
import { endAsking } from '../asking'
import { reopenableUntil } from '../can'
import { readLimits } from '../limits'
import { viewAppeal } from '../queries'
import { act, openForAct } from '../step'

/** Takes a case up again, with a reason, at the level above. */
export async function reopenAppeal(
  ctx: Ctx,
  { id, reason, pictureIds }: Input<'appeal.reopen'>,
): Promise<AppealView> {
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.reopen')
  if (repeated || appeal.status === 'reopened') {
    return viewAppeal(ctx, appeal)
  }
  const { reopens, reopenDays } = await readLimits(ctx)
  if (appeal.closedAt !== null && ctx.now > reopenableUntil(appeal.closedAt, reopenDays)) {
    throw conflict('reopen_too_late', `办结超过${reopenDays}天了,有新情况请重新提一件`)
  }
  if (appeal.reopenCount >= reopens) {
    throw new AppError('LIMIT_REACHED', {
      reason: 'reopen_limit',
      userMessage: `已经重新办过${reopens}次了,请直接联系镇里或拨打12345`,
    })
  }
  const set = await beginAgain(ctx, appeal)
  await endAsking(ctx, appeal, true)
  return viewAppeal(ctx, await act(ctx, { appeal, action: 'appeal.reopen', set, words: reason, pictureIds }))
}
