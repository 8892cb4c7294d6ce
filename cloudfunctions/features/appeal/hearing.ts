import type { RatingOutcome, Satisfaction } from '~/types/appeal'
import type { Ctx } from '../../core/context'
import { beginAgain } from './reopening'
import { ask, endAsking, freeze } from './asking'
import { readLimits } from './limits'
import { countSilentJoiners, findCallback, findRating, insertRating } from './ratings'
import type { AppealRow } from './repo'
import { act } from './step'

export interface Word {
  outcome: RatingOutcome
  satisfaction: Satisfaction
  words: string
}
interface Heard extends Word {
  /** Who wrote it down on the telephone; null when the person rated it in the program. */
  calledBy: string | null
  /** What was said aloud with it. */
  voiceIds?: string[] | undefined
}

/** Not solved: it goes on at the level above, as often as the district allows; otherwise it is closed. */
export async function hearSubmitter(
  ctx: Ctx,
  appeal: AppealRow,
  action: 'appeal.rate' | 'appeal.callBack',
  { outcome, satisfaction, words, calledBy, voiceIds }: Heard,
): Promise<AppealRow> {
  const { reopens } = await readLimits(ctx)
  const again = outcome === 'unsolved' && appeal.reopenCount < reopens
  const to = again ? 'reopened' : 'closed'
  const set = again
    ? await beginAgain(ctx, appeal)
    : { closedAt: ctx.now, handledAt: appeal.handledAt ?? ctx.now }
  const { reopenCount: round } = appeal
  if ((await findCallback(ctx.db, appeal.id, round)) === undefined) {
    await ask(ctx, appeal)
  }
  const moved = await act(ctx, { appeal, action, to, set, words, voiceIds })
  const given = { outcome, satisfaction, words, calledBy, at: ctx.now }
  await insertRating(ctx.db, { ...given, appealId: appeal.id, round, userId: appeal.submitterId })
  await endAsking(ctx, appeal, again)
  return moved
}

/** A neighbour who joined says how it is for them; it counts, and moves nothing. */
export async function hearNeighbour(ctx: Ctx, appeal: AppealRow, word: Word): Promise<void> {
  const { id, reopenCount: round } = appeal
  const given = { ...word, calledBy: null, at: ctx.now }
  await insertRating(ctx.db, { ...given, appealId: id, round, userId: ctx.actor.user.id })
  const callback = await findCallback(ctx.db, id, round)
  const own = await findRating(ctx.db, appeal)
  const silent = await countSilentJoiners(ctx.db, id, round)
  if (callback !== undefined && own?.round === round && silent === 0) {
    await freeze(ctx, appeal, callback)
  }
}
