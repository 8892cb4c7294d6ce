import type { Deps } from '../../core/deps'
import type { Tx } from '../../core/db'
import { tellGrids } from '../feed/queries'
import { takeDue } from './repo'

/** Grids in one transaction: few statements for each, and a stop waits for one of them at most. */
const BATCH = 200

/** Tells the next grids in their turn; usually they are all of one message. Returns how many. */
async function tellBatch(db: Tx, now: Date, newId: () => string): Promise<number> {
  const due = await takeDue(db, BATCH, now)
  for (const eventKey of new Set(due.map(({ key }) => key))) {
    const messages = due.filter(({ key }) => key === eventKey)
    await tellGrids({ db, now, newId, eventKey }, messages, messages[0]?.afterKey)
  }
  return due.length
}

/**
 * Carries out what is queued, first queued and nearest first, until nothing is left. Each batch is one transaction,
 * so a grid is told once or not at all, whoever runs at the same time. Returns how many grids were told.
 */
export async function deliverBroadcasts(deps: Deps, newId: () => string): Promise<number> {
  for (let told = 0; ;) {
    const now = deps.clock.now()
    const count = await deps.db.transaction().execute((tx) => tellBatch(tx, now, newId))
    if (count === 0) {
      return told
    }
    told += count
  }
}
