import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'

export type BroadcastRow = Row<'broadcast'>

/** The message under this key, made when there is none; a second telling keeps the words of the first. */
export async function ensureBroadcast(db: DbOrTx, row: NewRow<'broadcast'>): Promise<string> {
  await db
    .insertInto('broadcast')
    .values(row)
    .onConflict((oc) => oc.column('key').doNothing())
    .execute()
  const { id } = await db
    .selectFrom('broadcast')
    .select('id')
    .where('key', '=', row.key)
    .executeTakeFirstOrThrow()
  return id
}

/** Queues all grids in the order given, by one statement; those queued before stay as they are. Returns how many are new. */
export async function queueGrids(
  db: DbOrTx,
  id: string,
  codes: readonly string[],
  now: Date,
): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO broadcast_grid (broadcast_id, area_code, position, queued_at)
    SELECT ${id}::uuid, code, position, ${now}::timestamptz
    FROM unnest(${[...codes]}::text[]) WITH ORDINALITY AS grid (code, position)
    ON CONFLICT (broadcast_id, area_code) DO NOTHING`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Queues every grid that was told under `key`, in the order in which it was, by one statement. */
export async function queueTold(db: DbOrTx, id: string, key: string, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO broadcast_grid (broadcast_id, area_code, position, queued_at)
    SELECT ${id}::uuid, g.area_code, row_number() OVER (ORDER BY g.queued_at, g.position), ${now}::timestamptz
    FROM broadcast_grid AS g JOIN broadcast AS b ON b.id = g.broadcast_id
    WHERE b.key = ${key} AND g.state = 'told'
    ON CONFLICT (broadcast_id, area_code) DO NOTHING`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/**
 * No grid that is still waiting is told any more. A batch that is being written at this moment is waited for, and
 * counts as told.
 */
export async function stopPending(db: DbOrTx, key: string): Promise<void> {
  await sql`
    UPDATE broadcast_grid AS g SET state = 'stopped' FROM broadcast AS b
    WHERE b.id = g.broadcast_id AND b.key = ${key} AND g.state = 'pending'`.execute(db)
}

/** The message whose turn it is. Those that failed wait for their time; grids that another job or a stop holds are left to it. */
export async function nextMessage(tx: Tx, now: Date): Promise<BroadcastRow | undefined> {
  const { rows } = await sql<BroadcastRow>`
    SELECT b.* FROM broadcast_grid AS g JOIN broadcast AS b ON b.id = g.broadcast_id
    WHERE g.state = 'pending' AND b.dead_at IS NULL AND (b.run_at IS NULL OR b.run_at <= ${now}::timestamptz)
    ORDER BY g.queued_at, g.broadcast_id, g.position LIMIT 1 FOR UPDATE OF g SKIP LOCKED`.execute(tx)
  return rows[0]
}

/** Codes of the next grids of a message in their turn, marked as told. */
export async function takeGrids(tx: Tx, id: string, limit: number, now: Date): Promise<string[]> {
  const { rows } = await sql<{ areaCode: string }>`
    WITH due AS MATERIALIZED (
      SELECT area_code FROM broadcast_grid WHERE state = 'pending' AND broadcast_id = ${id}::uuid
      ORDER BY queued_at, position LIMIT ${limit} FOR UPDATE SKIP LOCKED),
    told AS (
      UPDATE broadcast_grid AS g SET state = 'told', told_at = ${now}::timestamptz
      FROM due WHERE g.broadcast_id = ${id}::uuid AND g.area_code = due.area_code
      RETURNING g.area_code, g.queued_at, g.position)
    SELECT area_code FROM told ORDER BY queued_at, position`.execute(tx)
  return rows.map(({ areaCode }) => areaCode)
}

/** After a batch was told, failures count from nought again. */
export async function clearFailures(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('broadcast')
    .set({ attempts: 0, runAt: null, lastError: null })
    .where('id', '=', id)
    .where('attempts', '>', 0)
    .execute()
}

/** Counts a failure: the message waits until `runAt`, or is set aside at `deadAt`. */
export async function putOff(
  db: DbOrTx,
  id: string,
  failure: Pick<BroadcastRow, 'attempts' | 'runAt' | 'deadAt' | 'lastError'>,
): Promise<void> {
  await db.updateTable('broadcast').set(failure).where('id', '=', id).execute()
}

export async function updateBroadcast(
  db: DbOrTx,
  key: string,
  set: Partial<Pick<NewRow<'broadcast'>, 'pictureId'>>,
): Promise<void> {
  await db.updateTable('broadcast').set(set).where('key', '=', key).execute()
}

/** Grids by state, of each message. */
export async function countGrids(
  db: DbOrTx,
  keys: string[],
): Promise<{ key: string; state: Row<'broadcastGrid'>['state']; count: number }[]> {
  return keys.length === 0
    ? []
    : db
        .selectFrom('broadcastGrid')
        .innerJoin('broadcast', 'broadcast.id', 'broadcastGrid.broadcastId')
        .select(({ fn }) => ['broadcast.key', 'broadcastGrid.state', fn.countAll<number>().as('count')])
        .where('broadcast.key', 'in', keys)
        .groupBy(['broadcast.key', 'broadcastGrid.state'])
        .execute()
}

/** Codes of the grids that were told, those told first in front. */
export async function listTold(db: DbOrTx, key: string): Promise<string[]> {
  const rows = await db
    .selectFrom('broadcastGrid')
    .innerJoin('broadcast', 'broadcast.id', 'broadcastGrid.broadcastId')
    .select('broadcastGrid.areaCode')
    .where('broadcast.key', '=', key)
    .where('broadcastGrid.state', '=', 'told')
    .orderBy('broadcastGrid.queuedAt')
    .orderBy('broadcastGrid.position')
    .execute()
  return rows.map(({ areaCode }) => areaCode)
}

/** The told grids whose middles lie nearest to a point, nearest first; degrees of longitude shrink with latitude. */
export async function listToldNear(
  db: DbOrTx,
  key: string,
  { latitude, longitude }: { latitude: number; longitude: number },
  limit: number,
): Promise<{ latitude: number; longitude: number }[]> {
  return db
    .selectFrom('broadcastGrid')
    .innerJoin('broadcast', 'broadcast.id', 'broadcastGrid.broadcastId')
    .innerJoin('area', 'area.code', 'broadcastGrid.areaCode')
    .select(['area.latitude', 'area.longitude'])
    .where('broadcast.key', '=', key)
    .where('broadcastGrid.state', '=', 'told')
    .orderBy(
      sql`(area.latitude - ${latitude}::float8) ^ 2
        + ((area.longitude - ${longitude}::float8) * cos(radians(${latitude}::float8))) ^ 2`,
    )
    .limit(limit)
    .execute()
}

/** Of these messages those that were told in one of the grids. */
export async function toldAmong(db: DbOrTx, keys: string[], areaCodes: string[]): Promise<Set<string>> {
  if (keys.length === 0 || areaCodes.length === 0) {
    return new Set()
  }
  const rows = await db
    .selectFrom('broadcastGrid')
    .innerJoin('broadcast', 'broadcast.id', 'broadcastGrid.broadcastId')
    .select('broadcast.key')
    .distinct()
    .where('broadcast.key', 'in', keys)
    .where('broadcastGrid.areaCode', 'in', areaCodes)
    .where('broadcastGrid.state', '=', 'told')
    .execute()
  return new Set(rows.map(({ key }) => key))
}

export async function deleteBroadcast(db: DbOrTx, key: string): Promise<void> {
  await sql`
    DELETE FROM broadcast_grid AS g USING broadcast AS b WHERE b.id = g.broadcast_id AND b.key = ${key}`.execute(
    db,
  )
  await db.deleteFrom('broadcast').where('key', '=', key).execute()
}
