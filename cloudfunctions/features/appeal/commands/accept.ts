import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { viewAppeal } from '../queries'
import { act, openForAct, takenBy } from '../step'

/** Somebody of the level that holds it, or of one above, takes it; from then on it is theirs. */
export async function acceptAppeal(
  ctx: Ctx,
  { id, words = '' }: Input<'appeal.accept'>,
): Promise<AppealView> {
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.accept')
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  if (appeal.status === 'accepted') {
    throw conflict('taken', '已经有同事接单了')
  }
  const set = { ...takenBy(ctx, appeal), signDueAt: null, waitingFor: null }
  return viewAppeal(ctx, await act(ctx, { appeal, action: 'appeal.accept', set, words }))
}
