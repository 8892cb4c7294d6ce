import type { Deps } from '../../core/deps'
import type { Tx } from '../../core/db'
import { backoffMs, MAX_ATTEMPTS } from '../../core/outbox'
import { tellGrids } from '../feed/queries'
import type { BroadcastRow } from './repo'
import { countTurn, nextMessage, putOff, takeGrids, type Batch } from './turns'

/** Tells the grids of a batch. */
async function tellBatch(db: Tx, message: BroadcastRow, { codes }: Batch, at: Pick<Deps, 'clock'> & Ids) {
  const { key: eventKey, title, body, label, tone, path, pictureId, afterKey } = message
  await tellGrids(
    { db, now: at.clock.now(), newId: at.newId, eventKey },
    codes.map((areaCode) => ({ areaCode, title, body, label, tone, path, pictureId })),
    afterKey,
  )
}

interface Ids {
  newId(): string
}

/**
 * What cannot be told waits ever longer, up to the cap of the backoff, in ever smaller parts, and nothing else waits
 * with it. It is never given up, as a search for somebody may be among it; from the tenth failure on it counts as stuck.
 */
async function delayTelling(deps: Deps, { id }: BroadcastRow, batch: Batch, error: unknown): Promise<void> {
  const attempts = batch.attempts + 1
  const stuck = attempts >= MAX_ATTEMPTS
  const cause = error instanceof Error ? error.name : 'unknown'
  deps.log.warn('broadcast', { id, grids: batch.codes.length, attempts, stuck, cause })
  const runAt = new Date(deps.clock.now().getTime() + backoffMs(attempts))
  await putOff(deps.db, id, batch, { runAt, cause })
}

/** Tells one batch of the message. Returns how many grids were told; undefined when none was free. */
async function tellNext(deps: Deps, newId: () => string, message: BroadcastRow): Promise<number | undefined> {
  const turn: { batch?: Batch } = {}
  try {
    return await deps.db.transaction().execute(async (tx) => {
      const batch = await takeGrids(tx, message.id, deps.clock.now())
      if (batch.codes.length === 0) {
        return undefined
      }
      turn.batch = batch
      await tellBatch(tx, message, batch, { clock: deps.clock, newId })
      return batch.codes.length
    })
  } catch (error) {
    if (turn.batch === undefined) {
      throw error
    }
    await delayTelling(deps, message, turn.batch, error)
    return 0
  }
}

/**
 * Carries out what is queued until nothing is due: emergencies first, senders of a lane in turns, the grids of a
 * message in their order. Each batch is one transaction: a job that is killed leaves nothing claimed behind, and a
 * grid is told once or not at all, whoever runs at the same time. Returns how many grids were told.
 */
export async function deliverBroadcasts(deps: Deps, newId: () => string): Promise<number> {
  /** Messages of which other jobs hold what is left. */
  const passed: string[] = []
  for (let told = 0; ;) {
    const message = await nextMessage(deps.db, deps.clock.now(), passed)
    if (message === undefined) {
      return told
    }
    await countTurn(deps.db, message.sourceCode)
    const count = await tellNext(deps, newId, message)
    if (count === undefined) {
      passed.push(message.id)
    } else {
      told += count
    }
  }
}
