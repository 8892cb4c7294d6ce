import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'
import { uploadsOf } from '../../core/uploads'

export type PictureRow = Row<'picture'>

export const { findOwn, attachOwn, listLoose, deleteLoose, countPreparedSince } = uploadsOf('picture')

export async function insertPicture(db: DbOrTx, row: NewRow<'picture'>): Promise<void> {
  await db.insertInto('picture').values(row).execute()
}

export async function updatePicture(db: DbOrTx, id: string, set: RowUpdate<'picture'>): Promise<void> {
  await db.updateTable('picture').set(set).where('id', '=', id).execute()
}

export function findPictures(db: DbOrTx, ids: string[]): Promise<PictureRow[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('picture')
        .selectAll()
        .where('id', 'in', ids)
        .where('fileKey', 'is not', null)
        .where('withdrawnAt', 'is', null)
        .execute()
}

/** The picture under check whose answer would come under this id. */
export function findAsked(db: DbOrTx, traceId: string): Promise<PictureRow | undefined> {
  return db
    .selectFrom('picture')
    .selectAll()
    .where('traceId', '=', traceId)
    .where('content', '=', 'checking')
    .executeTakeFirst()
}

/** Lets everybody see pictures that were held back. */
export async function passHeld(db: DbOrTx, ids: string[]): Promise<void> {
  if (ids.length > 0) {
    await db
      .updateTable('picture')
      .set({ content: 'passed' })
      .where('id', 'in', ids)
      .where('content', '=', 'held')
      .execute()
  }
}

/** From this moment nobody is shown these pictures; what still points at them must let go before. */
export async function withdrawPictures(db: DbOrTx, ids: string[], now: Date): Promise<void> {
  if (ids.length > 0) {
    await db.updateTable('picture').set({ withdrawnAt: now }).where('id', 'in', ids).execute()
  }
}

/** A batch of withdrawn pictures whose files are still there. */
export function listWithdrawn(db: DbOrTx, limit: number): Promise<PictureRow[]> {
  return db
    .selectFrom('picture')
    .selectAll()
    .where('withdrawnAt', 'is not', null)
    .orderBy('withdrawnAt')
    .limit(limit)
    .execute()
}

export async function deletePicture(db: DbOrTx, id: string): Promise<void> {
  await db.deleteFrom('picture').where('id', '=', id).execute()
}
