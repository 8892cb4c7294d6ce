import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

export type PictureRow = Row<'picture'>

export async function insertPicture(db: DbOrTx, row: NewRow<'picture'>): Promise<void> {
  await db.insertInto('picture').values(row).execute()
}

export function findOwn(db: DbOrTx, id: string, userId: string): Promise<PictureRow | undefined> {
  return db
    .selectFrom('picture')
    .selectAll()
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst()
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

/** Marks finished, unused pictures of the person as used; returns the ids that really were. */
export async function attachOwn(db: DbOrTx, ids: string[], userId: string, now: Date): Promise<string[]> {
  if (ids.length === 0) {
    return []
  }
  const rows = await db
    .updateTable('picture')
    .set({ attachedAt: now })
    .where('id', 'in', ids)
    .where('userId', '=', userId)
    .where('fileKey', 'is not', null)
    .where('attachedAt', 'is', null)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** A batch of pictures that nobody used since `before`. */
export function listLoose(db: DbOrTx, before: Date, limit: number): Promise<PictureRow[]> {
  return db
    .selectFrom('picture')
    .selectAll()
    .where('attachedAt', 'is', null)
    .where('createdAt', '<', before)
    .orderBy('createdAt')
    .limit(limit)
    .execute()
}

/** Forgets an unused picture; one that was used meanwhile stays. Returns whether it is gone. */
export async function deleteLoose(db: DbOrTx, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('picture')
    .where('id', '=', id)
    .where('attachedAt', 'is', null)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

export async function countPreparedSince(db: DbOrTx, userId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('picture')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('userId', '=', userId)
    .where('createdAt', '>=', since)
    .executeTakeFirstOrThrow()
  return row.n
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
