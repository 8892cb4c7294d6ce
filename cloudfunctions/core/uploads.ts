import type { DbOrTx } from './db'
import type { Row } from './schema'

/** Tables of what people upload before they use it; these columns are the same in all of them. */
export type UploadTable = 'attachment' | 'picture' | 'voice'

/** How uploads of one kind are found, used and swept away; the feature's own columns are its own affair. */
export function uploadsOf<T extends UploadTable>(kind: T) {
  const table = kind as 'picture'
  return {
    findOwn: (db: DbOrTx, id: string, userId: string) =>
      db
        .selectFrom(table)
        .selectAll()
        .where('id', '=', id)
        .where('userId', '=', userId)
        .executeTakeFirst() as Promise<Row<T> | undefined>,

    /** Marks finished, unused uploads of the person as used; returns the ids that really were. */
    async attachOwn(db: DbOrTx, ids: string[], userId: string, now: Date): Promise<string[]> {
      if (ids.length === 0) {
        return []
      }
      const rows = await db
        .updateTable(table)
        .set({ attachedAt: now })
        .where('id', 'in', ids)
        .where('userId', '=', userId)
        .where('fileKey', 'is not', null)
        .where('attachedAt', 'is', null)
        .returning('id')
        .execute()
      return rows.map((row) => row.id)
    },

    /** A batch of uploads that nobody used since `before`. */
    listLoose: (db: DbOrTx, before: Date, limit: number) =>
      db
        .selectFrom(table)
        .selectAll()
        .where('attachedAt', 'is', null)
        .where('createdAt', '<', before)
        .orderBy('createdAt')
        .limit(limit)
        .execute() as Promise<Row<T>[]>,

    /** Forgets an unused upload; one that was used meanwhile stays. Returns whether it is gone. */
    async deleteLoose(db: DbOrTx, id: string): Promise<boolean> {
      const result = await db
        .deleteFrom(table)
        .where('id', '=', id)
        .where('attachedAt', 'is', null)
        .executeTakeFirst()
      return result.numDeletedRows === 1n
    },

    async countPreparedSince(db: DbOrTx, userId: string, since: Date): Promise<number> {
      const row = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('userId', '=', userId)
        .where('createdAt', '>=', since)
        .executeTakeFirstOrThrow()
      return row.n
    },
  }
}
