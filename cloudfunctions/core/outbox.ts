import { sql } from 'kysely'
import type { Ctx } from './context'
import type { Deps } from './deps'
import type { DbOrTx, Tx } from './db'
import type { Row } from './schema'

/** How long a claimed event belongs to one job, in seconds; a killed job's work is taken over after that. */
const LEASE_SECONDS = 60
const BATCH = 50
/** After so many failures in a row something is set aside: what cannot be told must not hold up the rest. */
export const MAX_ATTEMPTS = 10
/** First wait in seconds; doubles each time up to the cap, with full jitter. */
const BACKOFF_SECONDS = { base: 2, cap: 600 }

export type Payload = Record<string, string>

/** Carries one event out. Runs in a transaction with the settling, so it is done exactly once or not at all. */
export type Deliverer = (ctx: DeliverCtx, payload: Payload) => Promise<void>

export interface DeliverCtx {
  db: Tx
  now: Date
  newId(): string
  /** Key of the event, unique for ever: what is written under it is written once. */
  eventKey: string
}

/** One table of several: where two of them know an event, each does its part, all in one transaction. */
export function mergeDeliverers(...tables: Record<string, Deliverer>[]): Record<string, Deliverer> {
  const merged: Record<string, Deliverer> = {}
  for (const [event, deliverer] of tables.flatMap((table) => Object.entries(table))) {
    const before = merged[event]
    merged[event] =
      before === undefined
        ? deliverer
        : async (ctx, payload) => {
            await before(ctx, payload)
            await deliverer(ctx, payload)
          }
  }
  return merged
}

/** Puts an event into the outbox, in the transaction of the change it speaks of. The same key is told once. */
export async function emit(
  ctx: Pick<Ctx, 'db' | 'now' | 'newId'>,
  event: string,
  payload: Payload,
  key: string,
): Promise<void> {
  await ctx.db
    .insertInto('outbox')
    .values({
      id: ctx.newId(),
      event,
      key,
      payload: JSON.stringify(payload),
      runAt: ctx.now,
      createdAt: ctx.now,
      leaseUntil: null,
      lastError: null,
      settledAt: null,
    })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute()
}

/** Events that were given up are due again, with all their tries before them. Returns how many. */
export async function reviveEvents(db: DbOrTx, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'pending', attempts: 0, runAt: now, settledAt: null })
    .where('state', '=', 'dead')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Takes due events for a minute. Level-triggered: whatever is due and unowned, however old. */
async function claim(deps: Deps): Promise<Row<'outbox'>[]> {
  const now = deps.clock.now()
  const until = new Date(now.getTime() + LEASE_SECONDS * 1000)
  const { rows } = await sql<Row<'outbox'>>`
    UPDATE outbox SET lease_until = ${until}, attempts = attempts + 1
    WHERE id IN (
      SELECT id FROM outbox
      WHERE state = 'pending' AND run_at <= ${now} AND (lease_until IS NULL OR lease_until <= ${now})
      ORDER BY run_at, id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING *`.execute(deps.db)
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Milliseconds to wait after the n-th failed attempt (n ≥ 1): capped exponential with full jitter. */
export function backoffMs(attempts: number, random: () => number = Math.random): number {
  const seconds = Math.min(BACKOFF_SECONDS.cap, BACKOFF_SECONDS.base * 2 ** (attempts - 1))
  return Math.ceil(random() * seconds * 1000)
}

/** Carries out what is due until nothing is left. Returns how many were sent, put off and given up. */
export async function deliverOutbox(
  deps: Deps,
  deliverers: Record<string, Deliverer>,
  newId: () => string,
): Promise<{ sent: number; retried: number; dead: number }> {
  const report = { sent: 0, retried: 0, dead: 0 }
  for (let batch = await claim(deps); batch.length > 0; batch = await claim(deps)) {
    for (const row of batch) {
      report[await carryOut(deps, deliverers, row, newId)] += 1
    }
  }
  return report
}

async function carryOut(
  deps: Deps,
  deliverers: Record<string, Deliverer>,
  row: Row<'outbox'>,
  newId: () => string,
): Promise<'sent' | 'retried' | 'dead'> {
  const now = deps.clock.now()
  try {
    const deliverer = deliverers[row.event]
    if (deliverer === undefined) {
      throw new Error(`no deliverer for ${row.event}`)
    }
    await deps.db.transaction().execute(async (tx) => {
      // Only the holder of this claim settles: a job that lost its lease finds other attempts and stops.
      const settled = await tx
        .updateTable('outbox')
        .set({ state: 'sent', settledAt: now, leaseUntil: null })
        .where('id', '=', row.id)
        .where('state', '=', 'pending')
        .where('attempts', '=', row.attempts)
        .executeTakeFirst()
      if (settled.numUpdatedRows === 1n) {
        await deliverer({ db: tx, now, newId, eventKey: row.key }, row.payload as Payload)
      }
    })
    return 'sent'
  } catch (error) {
    const dead = row.attempts >= MAX_ATTEMPTS
    const cause = error instanceof Error ? error.name : 'unknown'
    deps.log.warn('outbox', { id: row.id, event: row.event, attempts: row.attempts, dead, cause })
    await deps.db
      .updateTable('outbox')
      .set({
        state: dead ? 'dead' : 'pending',
        runAt: new Date(now.getTime() + backoffMs(row.attempts)),
        leaseUntil: null,
        lastError: cause,
        settledAt: dead ? now : null,
      })
      .where('id', '=', row.id)
      .where('state', '=', 'pending')
      .where('attempts', '=', row.attempts)
      .execute()
    return dead ? 'dead' : 'retried'
  }
}
