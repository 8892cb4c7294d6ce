import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { readTerms } from '../clock'
import { viewAppeal } from '../queries'
import { act, openForAct, takenBy } from '../step'

/** 挂账: cannot be done now for reasons outside. Still counted unsolved, and looked at again and again. */
export async function shelveAppeal(ctx: Ctx, { id, reason }: Input<'appeal.shelve'>): Promise<AppealView> {
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.shelve')
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  const { review } = await readTerms(ctx)
  const reviewAt = new Date(ctx.now.getTime() + review * 1000)
  const set = { ...takenBy(ctx, appeal), waitingFor: 'season', reviewAt } as const
  return viewAppeal(ctx, await act(ctx, { appeal, action: 'appeal.shelve', set, words: reason }))
}
