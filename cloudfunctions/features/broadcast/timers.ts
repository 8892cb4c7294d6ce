import type { Deps } from '../../core/deps'
import type { Tx } from '../../core/db'
import { backoffMs, MAX_ATTEMPTS } from '../../core/outbox'
import { tellGrids } from '../feed/queries'
import { clearFailures, nextMessage, putOff, takeGrids, type BroadcastRow } from './repo'

/** Grids in one transaction: few statements for each, and a stop waits for one of them at most. */
const BATCH = 200

/** Tells the next grids of one message. Returns how many. */
async function tellBatch(db: Tx, message: BroadcastRow, now: Date, newId: () => string): Promise<number> {
  const codes = await takeGrids(db, message.id, BATCH, now)
  const { key: eventKey, title, body, label, tone, path, pictureId, afterKey } = message
  await tellGrids(
    { db, now, newId, eventKey },
    codes.map((areaCode) => ({ areaCode, title, body, label, tone, path, pictureId })),
    afterKey,
  )
  await clearFailures(db, message.id)
  return codes.length
}

/**
 * What cannot be told waits ever longer, up to the cap of the backoff, and nothing behind it waits with it. It is
 * never given up, as a search for somebody may be among it; from the tenth failure on the log calls it stuck.
 */
async function delayTelling(deps: Deps, message: BroadcastRow, now: Date, error: unknown): Promise<void> {
  const attempts = message.attempts + 1
  const stuck = attempts >= MAX_ATTEMPTS
  const cause = error instanceof Error ? error.name : 'unknown'
  deps.log.warn('broadcast', { id: message.id, attempts, stuck, cause })
  await putOff(deps.db, message.id, {
    attempts,
    runAt: new Date(now.getTime() + backoffMs(attempts)),
    deadAt: null,
    lastError: cause,
  })
}

/** Tells one batch of the message whose turn it is; undefined when none is due. */
async function tellNext(deps: Deps, newId: () => string): Promise<number | undefined> {
  const now = deps.clock.now()
  const turn: { message?: BroadcastRow } = {}
  try {
    return await deps.db.transaction().execute(async (tx) => {
      turn.message = await nextMessage(tx, now)
      return turn.message && tellBatch(tx, turn.message, now, newId)
    })
  } catch (error) {
    if (turn.message === undefined) {
      throw error
    }
    await delayTelling(deps, turn.message, now, error)
    return 0
  }
}

/**
 * Carries out what is queued, first queued and nearest first, until nothing is due. Each batch is one transaction, so
 * a grid is told once or not at all, whoever runs at the same time. A message that fails is tried again later and
 * holds up no other. Returns how many grids were told.
 */
export async function deliverBroadcasts(deps: Deps, newId: () => string): Promise<number> {
  for (let told = 0; ;) {
    const count = await tellNext(deps, newId)
    if (count === undefined) {
      return told
    }
    told += count
  }
}
