import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'
import { uploadsOf } from '../../core/uploads'

export type AttachmentRow = Row<'attachment'>

export const { findOwn, attachOwn, listLoose, deleteLoose, countPreparedSince } = uploadsOf('attachment')

export async function insertAttachment(db: DbOrTx, row: NewRow<'attachment'>): Promise<void> {
  await db.insertInto('attachment').values(row).execute()
}

/** Completes an upload once; whoever comes second changes nothing. */
export async function updateUnfinished(db: DbOrTx, id: string, set: RowUpdate<'attachment'>): Promise<void> {
  await db.updateTable('attachment').set(set).where('id', '=', id).where('fileKey', 'is', null).execute()
}

export function findFinished(db: DbOrTx, id: string): Promise<AttachmentRow | undefined> {
  return db
    .selectFrom('attachment')
    .selectAll()
    .where('id', '=', id)
    .where('fileKey', 'is not', null)
    .executeTakeFirst()
}
