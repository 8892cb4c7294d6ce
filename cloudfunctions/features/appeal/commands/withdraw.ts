import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { endAsking } from '../asking'
import { viewAppeal } from '../queries'
import { act, openForAct } from '../step'

/** The person takes it back; what was done so far stays in the history. */
export async function withdrawAppeal(
  ctx: Ctx,
  { id, reason = '' }: Input<'appeal.withdraw'>,
): Promise<AppealView> {
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.withdraw')
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  await endAsking(ctx, appeal, true)
  const set = { closedAt: ctx.now }
  return viewAppeal(ctx, await act(ctx, { appeal, action: 'appeal.withdraw', set, words: reason }))
}
