import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { viewAppeal } from '../queries'
import { isHandedTo } from '../asides'
import { setColumns } from '../repo'
import { act, openForAct, recordStep, takenBy } from '../step'

/**
 * Somebody of the level that holds it, or of one above, takes it; from then on it is theirs. A colleague to whom it was
 * handed says that they have it, which is no news to anybody else.
 */
export async function acceptAppeal(
  ctx: Ctx,
  { id, words = '' }: Input<'appeal.accept'>,
): Promise<AppealView> {
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.accept')
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  if (isHandedTo(ctx.actor, appeal)) {
    const taken = await setColumns(ctx.db, id, { handedBy: null, signDueAt: null })
    const step = {
      action: 'appeal.handOver',
      from: 'accepted',
      stepId: ctx.newId(),
      pictureIds: undefined,
    } as const
    await recordStep(ctx, { ...step, appeal: taken, words: words || '接下了' })
    return viewAppeal(ctx, taken)
  }
  if (appeal.status === 'accepted') {
    if (appeal.handlerId === ctx.actor.user.id) {
      return viewAppeal(ctx, appeal)
    }
    throw conflict('taken', '已经有同事接单了')
  }
  const set = { ...takenBy(ctx, appeal), signDueAt: null, waitingFor: null }
  return viewAppeal(ctx, await act(ctx, { appeal, action: 'appeal.accept', set, words }))
}
