import { sql } from 'kysely'
import { inScopes } from '../../core/actor'
import type { DbOrTx, Tx } from '../../core/db'
import type { DeliverCtx } from '../../core/outbox'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

export type DeliveryRow = Row<'delivery'>

/** True when the grid shares cards and has a group to share them into. */
export async function sharesIntoGroup(tx: Tx, areaCode: string): Promise<boolean> {
  const row = await tx
    .selectFrom('gridGroup')
    .leftJoin('gridSetting', 'gridSetting.areaCode', 'gridGroup.areaCode')
    .select('gridSetting.channel')
    .where('gridGroup.areaCode', '=', areaCode)
    .executeTakeFirst()
  return row !== undefined && row.channel !== 'feed'
}

/** One row for each message, grid and channel; a repeated delivery finds it there. */
export async function insertDelivery(tx: Tx, row: NewRow<'delivery'>): Promise<void> {
  await tx
    .insertInto('delivery')
    .values(row)
    .onConflict((oc) => oc.columns(['eventKey', 'areaCode', 'channel']).doNothing())
    .execute()
}

/** A row for every grid inside the areas of the cards that has a group and shares into it, in one statement. */
export async function insertDeliveries(
  { db, now, eventKey }: DeliverCtx,
  cards: Pick<DeliveryRow, 'areaCode' | 'title' | 'body' | 'label' | 'tone' | 'path'>[],
  afterKey: string | null,
): Promise<void> {
  await sql`
    INSERT INTO delivery (id, event_key, area_code, channel, title, body, label, tone, path, created_at)
    SELECT gen_random_uuid(), ${eventKey}, area.code, 'share', said.title, said.body, said.label, said.tone, said.path, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(cards)}::jsonb)
      AS said ("areaCode" text, title text, body text, label text, tone text, path text)
    CROSS JOIN LATERAL (
      SELECT code FROM area
      WHERE level = 'grid' AND code >= said."areaCode" AND code < said."areaCode" || ':' OFFSET 0) AS area
    LEFT JOIN grid_setting ON grid_setting.area_code = area.code
    WHERE coalesce(grid_setting.channel, 'share') <> 'feed'
      AND EXISTS (SELECT FROM grid_group WHERE grid_group.area_code = area.code)
      AND (${afterKey}::text IS NULL OR EXISTS (
        SELECT FROM delivery AS before WHERE before.event_key = ${afterKey} AND before.area_code = area.code
          AND before.state IN ('shared', 'arrived')))
    ON CONFLICT (event_key, area_code, channel) DO NOTHING`.execute(db)
}

/** Other words on the cards of an event that still wait to be shared. */
export async function setBody(db: DbOrTx, eventKey: string, body: string): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ body })
    .where('eventKey', '=', eventKey)
    .where('state', '=', 'waiting')
    .execute()
}

/** Cards that nobody shared yet are not to be shared any more. */
export async function withdrawShares(db: DbOrTx, eventKey: string): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ state: 'dead' })
    .where('eventKey', '=', eventKey)
    .where('state', '=', 'waiting')
    .execute()
}

export async function removeShares(db: DbOrTx, eventKey: string): Promise<void> {
  await db.deleteFrom('delivery').where('eventKey', '=', eventKey).execute()
}

/** Cards of a message that were shared, and of these those that are proven to have arrived. */
export async function countShares(
  db: DbOrTx,
  eventKey: string,
): Promise<{ shared: number; arrived: number }> {
  return db
    .selectFrom('delivery')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('state', 'in', ['shared', 'arrived']).as('shared'),
      fn.countAll<number>().filterWhere('state', '=', 'arrived').as('arrived'),
    ])
    .where('eventKey', '=', eventKey)
    .executeTakeFirstOrThrow()
}

/** Cards of a message that were shared and that arrived, by parts of an area whose codes have so many digits. */
export async function tallyShares(
  db: DbOrTx,
  eventKey: string,
  { areaCode, digits }: { areaCode: string; digits: number },
): Promise<{ area: string; shared: number; confirmed: number }[]> {
  const { rows } = await sql<{ area: string; shared: number; confirmed: number }>`
    SELECT left(area_code, ${digits}::int) AS area,
      count(*) FILTER (WHERE state IN ('shared', 'arrived'))::int AS shared,
      count(*) FILTER (WHERE state = 'arrived')::int AS confirmed
    FROM delivery WHERE event_key = ${eventKey} AND ${inScopes('area_code', [areaCode])}
    GROUP BY 1`.execute(db)
  return rows
}

export function lockDelivery(db: DbOrTx, id: string): Promise<DeliveryRow | undefined> {
  return db.selectFrom('delivery').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function updateDelivery(db: DbOrTx, id: string, set: RowUpdate<'delivery'>): Promise<DeliveryRow> {
  return db.updateTable('delivery').set(set).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

/** Cards that wait to be shared inside the scopes, oldest first. */
export function listWaiting(db: DbOrTx, scopes: string[], after: string[] | undefined, limit: number) {
  const [createdAt = '', id = ''] = after ?? []
  return db
    .selectFrom('delivery')
    .selectAll()
    .where('state', '=', 'waiting')
    .where(inScopes('area_code', scopes))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('createdAt', 'id'), '>', eb.tuple(new Date(createdAt), id))),
    )
    .orderBy('createdAt')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

/** Cards that nobody has shared yet. */
export async function deleteWaiting(db: DbOrTx, eventKey: string): Promise<void> {
  await db.deleteFrom('delivery').where('eventKey', '=', eventKey).where('state', '=', 'waiting').execute()
}
