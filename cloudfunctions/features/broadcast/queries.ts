import type { Ctx } from '../../core/context'
import type { DbOrTx } from '../../core/db'
import { removeFeedItems, type GridMessage } from '../feed/queries'
import { countShares, removeShares, withdrawShares } from '../delivery/queries'
import {
  countGrids,
  deleteBroadcast,
  ensureBroadcast,
  queueGrids,
  queueTold,
  stopPending,
  updateBroadcast,
} from './repo'

export { listTold, listToldNear, toldAmong } from './repo'

type At = Pick<Ctx, 'db' | 'now' | 'newId'>

/** What many grids are told, under a key that is unique for ever. */
export interface Message extends Omit<GridMessage, 'areaCode'> {
  key: string
  /** Cards go only to groups into which the card of that message was shared. */
  afterKey?: string
}

const rowOf = ({ now, newId }: At, { afterKey, ...message }: Message) => ({
  ...message,
  afterKey: afterKey ?? null,
  id: newId(),
  createdAt: now,
})

/**
 * Tells grids in the order given, each once however often it is asked for: the timer carries it out, and `endTelling`
 * stops it. The rows of all grids are one statement. Returns how many grids are new. What a few grids are told at once
 * needs none of this (feed, `tellGrids`).
 */
export async function broadcast(ctx: At, message: Message, codes: readonly string[]): Promise<number> {
  return queueGrids(ctx.db, await ensureBroadcast(ctx.db, rowOf(ctx, message)), codes, ctx.now)
}

/**
 * Ends a message: nobody more is told from this moment, what was told is taken out of the feeds, cards that nobody
 * shared yet are withdrawn, and every grid that was told hears `last` once. Returns how many those are.
 */
export async function endTelling(ctx: At, key: string, last: Message): Promise<number> {
  await stopPending(ctx.db, key)
  await updateBroadcast(ctx.db, key, { pictureId: null })
  await removeFeedItems(ctx.db, key)
  await withdrawShares(ctx.db, key)
  const id = await ensureBroadcast(ctx.db, rowOf(ctx, { ...last, afterKey: key }))
  return queueTold(ctx.db, id, key, ctx.now)
}

/** Takes every trace of messages out of feeds, cards and queue. */
export async function forgetTelling(db: DbOrTx, keys: string[]): Promise<void> {
  for (const key of keys) {
    await removeFeedItems(db, key)
    await removeShares(db, key)
    await deleteBroadcast(db, key)
  }
}

export interface Told {
  told: number
  pending: number
}

/** How many grids were told and how many still wait, by the key of the message. */
export async function countTold(db: DbOrTx, keys: string[]): Promise<Map<string, Told>> {
  const counts = new Map<string, Told>(keys.map((key) => [key, { told: 0, pending: 0 }]))
  for (const { key, state, count } of await countGrids(db, keys)) {
    const of = counts.get(key)
    if (of !== undefined && state !== 'stopped') {
      of[state] = count
    }
  }
  return counts
}

export { countShares }
