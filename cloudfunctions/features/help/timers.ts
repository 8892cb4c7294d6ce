import type { Tx } from '../../core/db'
import type { Deps } from '../../core/deps'
import { move } from '../../core/workflow'
import { tellCalled } from './calling'
import { tellShown } from './check'
import { insertStep, setColumns, type HelpRow } from './repo'
import { nextAlert, reachFrom, readTerms, wider, type Alert, type HelpTerms } from './terms'
import { helpWorkflow } from './workflow'

/** Requests locked at a time; those that another job holds are left to it. */
const BATCH = 50

interface Tick {
  db: Tx
  now: Date
  newId(): string
  terms: HelpTerms
}

type Clock = 'widenAt' | 'alertAt' | 'expireAt'
const RUNNING = ['open', 'matched', 'confirming'] as const

function lockDue({ db, now }: Tick, clock: Clock): Promise<HelpRow[]> {
  return db
    .selectFrom('help')
    .selectAll()
    .where(clock, '<=', now)
    .where('status', 'in', clock === 'expireAt' ? RUNNING : ['open'])
    .orderBy(clock)
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Wider by as many circles as are due, however late this runs; the grid is told once its people see it. */
async function widen(tick: Tick, row: HelpRow): Promise<void> {
  let { reachCode, widenAt } = row
  while (widenAt !== null && widenAt <= tick.now) {
    ;({ reachCode, widenAt } = reachFrom(tick.terms, row.urgent, wider(row.areaCode, reachCode), widenAt))
  }
  const widened = await setColumns(tick.db, row.id, { reachCode, widenAt })
  await tellShown(tick, widened)
}

/** Nobody takes it and nobody of the staff looks after it: the next level is called. */
async function alert(tick: Tick, row: HelpRow): Promise<void> {
  let called: Alert = row
  while (called.alertAt !== null && called.alertAt <= tick.now) {
    called = nextAlert(tick.terms, { ...row, ...called })
  }
  const { alertCode, alertAt } = called
  await tellCalled(tick, await setColumns(tick.db, row.id, { alertCode, alertAt }))
}

/** Nobody came, or nobody said how it went: put away. */
async function expire(tick: Tick, row: HelpRow): Promise<void> {
  const set = { endedAt: tick.now, widenAt: null, alertAt: null }
  const action = 'help.expire'
  const moved = await move(tick, { table: 'help', workflow: helpWorkflow, row, action, set })
  const step = { id: tick.newId(), helpId: row.id, action, fromStatus: row.status, toStatus: moved.status }
  await insertStep(tick.db, { ...step, userId: null, at: tick.now })
}

/** Carries out what is due in small batches, each its own transaction, until nothing is left. Returns how many. */
async function drain(
  deps: Deps,
  newId: () => string,
  clock: Clock,
  carry: (tick: Tick, row: HelpRow) => Promise<void>,
): Promise<number> {
  const now = deps.clock.now()
  for (let done = 0; ;) {
    const count = await deps.db.transaction().execute(async (db) => {
      const tick = { db, now, newId, terms: await readTerms({ db, now }) }
      const rows = await lockDue(tick, clock)
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

/** Everything about neighbours' help that only the clock can do. Safe to run late, twice and at the same time. */
export async function tickHelps(deps: Deps, newId: () => string): Promise<number> {
  const expired = await drain(deps, newId, 'expireAt', expire)
  const widened = await drain(deps, newId, 'widenAt', widen)
  return expired + widened + (await drain(deps, newId, 'alertAt', alert))
}
