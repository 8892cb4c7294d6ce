import type { Deps } from '../../core/deps'
import type { Tx } from '../../core/db'
import { lockExpired, lockSpreading, lockUnverified, lockWipeable } from './due'
import { endMissing } from './ending'
import { insertStep, setColumns, type MissingRow } from './repo'
import { readTerms } from './settings'
import { spread } from './telling'
import { wipeMissing } from './wiping'

interface Tick {
  db: Tx
  now: Date
  newId(): string
}

/** Whom an unverified report is pushed to, one after the other. */
const ABOVE = ['村里', '镇里', '区里'] as const

async function note(tick: Tick, { id }: MissingRow, action: string, words: string): Promise<void> {
  const nobody = { userId: null, byCode: null }
  await insertStep(tick.db, { ...nobody, id: tick.newId(), missingId: id, action, words, at: tick.now })
}

/** Nobody has called the reporter in time: the next level is asked, each exactly once however late this runs. */
async function escalate(tick: Tick, row: MissingRow): Promise<void> {
  const { confirm } = await readTerms(tick)
  const level = ABOVE[row.escalated]
  if (level === undefined || row.verifyDueAt === null) {
    await setColumns(tick.db, row.id, { verifyDueAt: null })
    return
  }
  const escalated = row.escalated + 1
  const next = new Date(row.verifyDueAt.getTime() + confirm * 1000)
  const verifyDueAt = escalated < ABOVE.length ? next : null
  await setColumns(tick.db, row.id, { escalated, verifyDueAt })
  await note(tick, row, 'missing.unverified', `还没有人核实,已报${level}`)
}

async function expire(tick: Tick, row: MissingRow): Promise<void> {
  await endMissing(tick, row, { action: 'missing.expire', to: 'expired' })
  await note(tick, row, 'missing.expire', '到期没有延长,已撤下')
}

/** Locks what is due in small batches, each its own transaction, until nothing is left. Returns how many. */
async function drain(
  deps: Deps,
  newId: () => string,
  lock: (tick: Tick) => Promise<MissingRow[]>,
  carry: (tick: Tick, row: MissingRow) => Promise<unknown>,
): Promise<number> {
  const now = deps.clock.now()
  for (let done = 0; ;) {
    const count = await deps.db.transaction().execute(async (db) => {
      const tick = { db, now, newId }
      const rows = await lock(tick)
      for (const row of rows) {
        await carry(tick, row)
      }
      return rows.length
    })
    if (count === 0) {
      return done
    }
    done += count
  }
}

/** Everything about missing persons that only the clock can do. Safe to run late, twice and at the same time. */
export async function tickMissing(deps: Deps, newId: () => string): Promise<number> {
  const escalated = await drain(deps, newId, lockUnverified, escalate)
  const expired = await drain(deps, newId, lockExpired, expire)
  const spreading = await drain(deps, newId, lockSpreading, spread)
  return escalated + expired + spreading + (await drain(deps, newId, lockWipeable, wipeMissing))
}
