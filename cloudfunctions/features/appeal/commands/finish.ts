import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { viewAppeal } from '../queries'
import { act, openForAct } from '../step'

/** Reports the work done, in words and pictures. Whether it is solved, the resident says. */
export async function finishAppeal(
  ctx: Ctx,
  { id, words, pictureIds }: Input<'appeal.finish'>,
): Promise<AppealView> {
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.finish')
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  const set = { handlerId: ctx.actor.user.id, handledAt: ctx.now }
  return viewAppeal(ctx, await act(ctx, { appeal, action: 'appeal.finish', set, words, pictureIds }))
}
