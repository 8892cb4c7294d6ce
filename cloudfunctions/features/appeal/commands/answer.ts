import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { viewAppeal } from '../queries'
import { act, openForAct, takenBy } from '../step'

/** Answers at once: advice or an explanation, with nothing left to do. */
export async function answerAppeal(
  ctx: Ctx,
  { id, words, pictureIds }: Input<'appeal.answer'>,
): Promise<AppealView> {
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.answer')
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  const set = { ...takenBy(ctx, appeal), handledAt: ctx.now }
  return viewAppeal(ctx, await act(ctx, { appeal, action: 'appeal.answer', set, words, pictureIds }))
}
