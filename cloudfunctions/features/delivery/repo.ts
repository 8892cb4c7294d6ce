import { inScopes } from '../../core/actor'
import type { DbOrTx, Tx } from '../../core/db'
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
