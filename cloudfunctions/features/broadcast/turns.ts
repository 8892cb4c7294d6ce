import { sql } from 'kysely'
import { BROADCAST_LANES } from '~/types/feed'
import { inScopes } from '../../core/actor'
import type { DbOrTx, Tx } from '../../core/db'
import { MAX_ATTEMPTS } from '../../core/outbox'
import type { BroadcastRow } from './repo'

/** Grids in one transaction: few statements for each, and a stop waits for one of them at most. */
const BATCH = 200
/** A batch that failed is tried again in parts of this share, down to single grids. */
const PARTS = 4

/**
 * The message whose turn it is: emergencies first, then whose sender has waited longest, then the oldest. One look-up
 * for each message with something pending, however many grids it has. `passed` are left out.
 */
export async function nextMessage(
  db: DbOrTx,
  now: Date,
  passed: readonly string[] = [],
): Promise<BroadcastRow | undefined> {
  const { rows } = await sql<BroadcastRow>`
    WITH RECURSIVE live (id) AS (
      (SELECT broadcast_id FROM broadcast_grid WHERE state = 'pending' ORDER BY broadcast_id LIMIT 1)
      UNION ALL
      SELECT (SELECT broadcast_id FROM broadcast_grid WHERE state = 'pending' AND broadcast_id > live.id
        ORDER BY broadcast_id LIMIT 1)
      FROM live WHERE live.id IS NOT NULL)
    SELECT b.* FROM live JOIN broadcast AS b ON b.id = live.id
    LEFT JOIN broadcast_turn AS t ON t.source_code = b.source_code
    WHERE b.id <> ALL (${[...passed]}::uuid[]) AND EXISTS (
      SELECT FROM broadcast_grid AS g
      WHERE g.broadcast_id = b.id AND g.state = 'pending' AND g.run_at <= ${now}::timestamptz)
    ORDER BY array_position(${[...BROADCAST_LANES]}::text[], b.lane), t.turn NULLS FIRST, b.created_at, b.id
    LIMIT 1`.execute(db)
  return rows[0]
}

/** The sender has had its turn. */
export async function countTurn(db: DbOrTx, sourceCode: string): Promise<void> {
  await sql`
    INSERT INTO broadcast_turn (source_code, turn) VALUES (${sourceCode}, nextval('broadcast_turn_number'))
    ON CONFLICT (source_code) DO UPDATE SET turn = EXCLUDED.turn`.execute(db)
}

export interface Batch {
  codes: string[]
  /** Failures that all of them have behind them. */
  attempts: number
}

/**
 * The next grids of a message in their turn, marked as told: those that never failed first, then smaller parts the
 * more often they did. Grids that another job or a stop holds are left to it.
 */
export async function takeGrids(tx: Tx, id: string, now: Date): Promise<Batch> {
  const { rows } = await sql<{ areaCode: string; attempts: number }>`
    WITH least AS (
      SELECT attempts FROM broadcast_grid
      WHERE state = 'pending' AND broadcast_id = ${id}::uuid AND run_at <= ${now}::timestamptz
      ORDER BY attempts LIMIT 1),
    due AS MATERIALIZED (
      SELECT area_code FROM broadcast_grid
      WHERE state = 'pending' AND broadcast_id = ${id}::uuid AND run_at <= ${now}::timestamptz
        AND attempts = (SELECT attempts FROM least)
      ORDER BY queued_at, position
      LIMIT greatest(1, ${BATCH}::int / power(${PARTS}::int, least((SELECT attempts FROM least), ${PARTS}::int)))::int
      FOR UPDATE SKIP LOCKED),
    told AS (
      UPDATE broadcast_grid AS g SET state = 'told', told_at = ${now}::timestamptz
      FROM due WHERE g.broadcast_id = ${id}::uuid AND g.area_code = due.area_code
      RETURNING g.area_code, g.queued_at, g.position, g.attempts)
    SELECT area_code, attempts FROM told ORDER BY queued_at, position`.execute(tx)
  return { codes: rows.map(({ areaCode }) => areaCode), attempts: rows[0]?.attempts ?? 0 }
}

/** Counts a failure of these grids; they wait until `runAt`. `cause` names the kind of failure only. */
export async function putOff(
  db: DbOrTx,
  id: string,
  { codes, attempts }: Batch,
  { runAt, cause }: { runAt: Date; cause: string },
): Promise<void> {
  await db
    .updateTable('broadcastGrid')
    .set({ attempts: attempts + 1, runAt, lastError: cause })
    .where('broadcastId', '=', id)
    .where('areaCode', 'in', codes)
    .where('state', '=', 'pending')
    .where('attempts', '=', attempts)
    .execute()
}

/** Grids inside the area that could not be told so often that they count as stuck are due now. Returns how many. */
export async function retryStuck(db: DbOrTx, areaCode: string, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('broadcastGrid')
    .set({ runAt: now })
    .where('state', '=', 'pending')
    .where('attempts', '>=', MAX_ATTEMPTS)
    .where(inScopes('area_code', [areaCode]))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
