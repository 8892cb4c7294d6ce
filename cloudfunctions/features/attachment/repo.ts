import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

export type AttachmentRow = Row<'attachment'>

export async function insertAttachment(db: DbOrTx, row: NewRow<'attachment'>): Promise<void> {
  await db.insertInto('attachment').values(row).execute()
}

export function findOwn(db: DbOrTx, id: string, userId: string): Promise<AttachmentRow | undefined> {
  return db
    .selectFrom('attachment')
    .selectAll()
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst()
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

/** Marks a finished, unused document of the person as used; false when there is no such one. */
export async function attachOwn(db: DbOrTx, id: string, userId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('attachment')
    .set({ attachedAt: now })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('fileKey', 'is not', null)
    .where('attachedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A batch of documents that nobody used since `before`. */
export function listLoose(db: DbOrTx, before: Date, limit: number): Promise<AttachmentRow[]> {
  return db
    .selectFrom('attachment')
    .selectAll()
    .where('attachedAt', 'is', null)
    .where('createdAt', '<', before)
    .orderBy('createdAt')
    .limit(limit)
    .execute()
}

/** Forgets an unused document; one that was used meanwhile stays. Returns whether it is gone. */
export async function deleteLoose(db: DbOrTx, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('attachment')
    .where('id', '=', id)
    .where('attachedAt', 'is', null)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

export async function countPreparedSince(db: DbOrTx, userId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('attachment')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('userId', '=', userId)
    .where('createdAt', '>=', since)
    .executeTakeFirstOrThrow()
  return row.n
}
