import { sql } from 'kysely'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'

export type BroadcastRow = Row<'broadcast'>

/** When grids are queued, and before which moment they are not told. */
export interface When {
  now: Date
  runAt: Date
}

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
  { now, runAt }: When,
): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO broadcast_grid (broadcast_id, area_code, position, queued_at, run_at)
    SELECT ${id}::uuid, code, position, ${now}::timestamptz, ${runAt}::timestamptz
    FROM unnest(${[...codes]}::text[]) WITH ORDINALITY AS grid (code, position)
    ON CONFLICT (broadcast_id, area_code) DO NOTHING`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Queues every grid of an area, by one statement; those queued before stay as they are. Returns how many are new. */
export async function queueArea(
  db: DbOrTx,
  id: string,
  areaCode: string,
  { now, runAt }: When,
): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO broadcast_grid (broadcast_id, area_code, position, queued_at, run_at)
    SELECT ${id}::uuid, code, row_number() OVER (ORDER BY code), ${now}::timestamptz, ${runAt}::timestamptz
    FROM area WHERE level = 'grid' AND ${inScopes('code', [areaCode])}
    ON CONFLICT (broadcast_id, area_code) DO NOTHING`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Queues every grid that was told under `key`, in the order in which it was, by one statement. */
export async function queueTold(db: DbOrTx, id: string, key: string, { now, runAt }: When): Promise<number> {
  const { numAffectedRows } = await sql`
    INSERT INTO broadcast_grid (broadcast_id, area_code, position, queued_at, run_at)
    SELECT ${id}::uuid, g.area_code, row_number() OVER (ORDER BY g.queued_at, g.position), ${now}::timestamptz,
      ${runAt}::timestamptz
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
