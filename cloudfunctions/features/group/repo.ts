import type { DbOrTx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'

export function lockGroup(db: DbOrTx, opengid: string): Promise<Row<'gridGroup'> | undefined> {
  return db.selectFrom('gridGroup').selectAll().where('opengid', '=', opengid).forUpdate().executeTakeFirst()
}

/** Binds a group to a grid; a group is bound to one grid at most. */
export async function bind(db: DbOrTx, row: NewRow<'gridGroup'>): Promise<void> {
  const { areaCode, boundBy, boundAt } = row
  await db
    .insertInto('gridGroup')
    .values(row)
    .onConflict((oc) => oc.column('opengid').doUpdateSet({ areaCode, boundBy, boundAt }))
    .execute()
}
