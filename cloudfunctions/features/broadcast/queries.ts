import { areaCodeAt } from '~/types/area'
import type { BroadcastLane } from '~/types/feed'
import type { Ctx } from '../../core/context'
import type { DbOrTx } from '../../core/db'
import { removeFeedItems, type GridMessage } from '../feed/queries'
import { countShares, removeShares, withdrawShares } from '../delivery/queries'
import { quietSetting, readyAt } from './quiet'
import {
  countGrids,
  deleteBroadcast,
  ensureBroadcast,
  queueArea,
  queueGrids,
  queueTold,
  stopPending,
  updateBroadcast,
} from './repo'

export { deliverBroadcasts } from './timers'
export { tallyTelling } from './tally'
export { readyAt }
export { retryStuck } from './turns'
export { listTold, listToldNear, toldAmong } from './repo'
export { countQueue, type Queue } from './tally'

type At = Pick<Ctx, 'db' | 'now' | 'newId'>

/** What many grids are told, under a key that is unique for ever. */
export interface Message extends Omit<GridMessage, 'areaCode'> {
  key: string
  /** Cards go only to groups into which the card of that message was shared. */
  afterKey?: string
  lane: BroadcastLane
  /** Where the sender sits; towns take turns. */
  sourceCode: string
}

/** Shapes of the settings of what goes to many grids. */
export const settingSchemas = { 'delivery.quiet': quietSetting }

const rowOf = ({ now, newId }: At, { afterKey, sourceCode, ...message }: Message) => ({
  ...message,
  sourceCode: areaCodeAt(sourceCode, 'town'),
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
  const id = await ensureBroadcast(ctx.db, rowOf(ctx, message))
  return queueGrids(ctx.db, id, codes, { now: ctx.now, runAt: await readyAt(ctx, message.lane) })
}

/** The same for every grid of an area, in the order of their codes. */
export async function broadcastWithin(ctx: At, message: Message, areaCode: string): Promise<number> {
  const id = await ensureBroadcast(ctx.db, rowOf(ctx, message))
  return queueArea(ctx.db, id, areaCode, { now: ctx.now, runAt: await readyAt(ctx, message.lane) })
}

/** Tells nobody more; what was told stays, but for cards that nobody shared yet. */
export async function stopTelling(db: DbOrTx, key: string): Promise<void> {
  await stopPending(db, key)
  await withdrawShares(db, key)
}

/**
 * Ends a message: nobody more is told from this moment, what was told is taken out of the feeds, cards that nobody
 * shared yet are withdrawn, and every grid that was told hears `last` once. Returns how many those are.
 */
export async function endTelling(ctx: At, key: string, last: Message): Promise<number> {
  await stopTelling(ctx.db, key)
  await updateBroadcast(ctx.db, key, { pictureId: null })
  await removeFeedItems(ctx.db, key)
  const id = await ensureBroadcast(ctx.db, rowOf(ctx, { ...last, afterKey: key }))
  return queueTold(ctx.db, id, key, { now: ctx.now, runAt: await readyAt(ctx, last.lane) })
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
