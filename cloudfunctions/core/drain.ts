import type { Tx } from './db'
import type { Deps } from './deps'

/** What the clock does work with. */
export interface Tick {
  db: Tx
  now: Date
  newId(): string
}

/** Locks what is due in small batches, each its own transaction, until nothing is left. Returns how many. */
export async function drain<T>(
  deps: Deps,
  newId: () => string,
  lock: (tick: Tick) => Promise<T[]>,
  carry: (tick: Tick, item: T) => Promise<void>,
): Promise<number> {
  const now = deps.clock.now()
  for (let done = 0; ;) {
    const count = await deps.db.transaction().execute(async (db) => {
      const tick = { db, now, newId }
      const items = await lock(tick)
      for (const item of items) {
        await carry(tick, item)
      }
      return items.length
    })
    if (count === 0) {
      return done
    }
    done += count
  }
}
