import type { Ctx } from '../../core/context'
import { emit } from '../../core/outbox'
import type { Row } from '../../core/schema'
import { readTerms } from './clock'
import { findLastMove, type AppealRow } from './repo'
import { countSilentJoiners, findCallback, insertCallback, updateCallback, type CallbackRow } from './ratings'

/** Steps in which the person's word was heard. */
export const HEARD = ['appeal.rate', 'appeal.callBack']

/** Told when the score is fixed, not when the step is taken. */
export const RATED = 'appeal.rated'

export type Asking = Pick<Ctx, 'db' | 'now' | 'newId'>
type Round = Pick<AppealRow, 'id' | 'reopenCount'>

const after = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000)

/** Asks for the person's word: the work is done, or its time is over (art. 23). Done after that begins anew. */
export async function ask(tick: Asking, { id, reopenCount }: Round): Promise<void> {
  const { ask: again } = await readTerms(tick)
  const once = { askedAt: tick.now, tries: 1, triedAt: tick.now, nextAt: after(tick.now, again) }
  await insertCallback(tick.db, { appealId: id, round: reopenCount, ...once, frozenAt: null })
}

/** One more time that nobody answered. */
export async function askAgain(tick: Asking, callback: CallbackRow): Promise<void> {
  const { ask: again } = await readTerms(tick)
  const once = { tries: callback.tries + 1, triedAt: tick.now, nextAt: after(tick.now, again) }
  await updateCallback(tick.db, callback, once)
}

/** Asked often enough: the case is closed without the person's word, which never counts as satisfied. */
export async function giveUp({ db, now }: Asking, callback: CallbackRow): Promise<void> {
  await updateCallback(db, callback, { unreached: true, frozenAt: now, nextAt: null })
}

/** From now on the ratings of the round stand and are shown, and the group is told what the person said. */
export async function freeze(tick: Asking, appeal: AppealRow, callback: CallbackRow): Promise<void> {
  await updateCallback(tick.db, callback, { frozenAt: tick.now, nextAt: null })
  const heard = await findLastMove(tick.db, appeal.id, HEARD)
  if (heard !== undefined && heard.at >= callback.askedAt) {
    const payload = { id: appeal.id, stepId: heard.id, holderCode: appeal.holderCode }
    await emit(tick, RATED, payload, `${RATED}:${heard.id}`)
  }
}

/** The person has spoken, or the case goes on: neighbours who joined have a few days more, unless it goes on. */
export async function endAsking(tick: Asking, appeal: AppealRow, goesOn: boolean): Promise<void> {
  const callback = await findCallback(tick.db, appeal.id, appeal.reopenCount)
  if (callback === undefined || callback.frozenAt !== null) {
    return
  }
  if (goesOn || (await countSilentJoiners(tick.db, appeal.id, appeal.reopenCount)) === 0) {
    return freeze(tick, appeal, callback)
  }
  const { rating } = await readTerms(tick)
  const until = after(callback.askedAt, rating)
  await updateCallback(tick.db, callback, { nextAt: until > tick.now ? until : tick.now })
}

/** What was said in a round is for everybody to read: it is fixed, or older than the asking. */
export function isFrozen(callback: Row<'appealCallback'> | undefined): boolean {
  return callback?.frozenAt !== null
}
