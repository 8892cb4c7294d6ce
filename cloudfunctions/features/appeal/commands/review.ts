import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { readTerms } from '../clock'
import { viewAppeal } from '../queries'
import type { AppealRow } from '../repo'
import { act, openForAct, takenBy } from '../step'

/** Looks at a shelved case again: it goes on, or waits for another term. */
export async function reviewAppeal(
  ctx: Ctx,
  { id, resume, words }: Input<'appeal.review'>,
): Promise<AppealView> {
  const isThere = ({ status }: AppealRow) => status === 'accepted'
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.review', isThere)
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  const { review } = await readTerms(ctx)
  const to = resume ? 'accepted' : 'shelved'
  const set = resume
    ? { ...takenBy(ctx, appeal), reviewAt: null, waitingFor: null }
    : { reviewAt: new Date(ctx.now.getTime() + review * 1000) }
  return viewAppeal(ctx, await act(ctx, { appeal, action: 'appeal.review', to, set, words }))
}
