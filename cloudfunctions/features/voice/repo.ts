import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

export type VoiceRow = Row<'voice'>

export async function insertVoice(db: DbOrTx, row: NewRow<'voice'>): Promise<void> {
  await db.insertInto('voice').values(row).execute()
}

export function findOwn(db: DbOrTx, id: string, userId: string): Promise<VoiceRow | undefined> {
  return db
    .selectFrom('voice')
    .selectAll()
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst()
}

/** Completes a recording once; whoever comes second changes nothing, since the first may have been shown already. */
export async function updateUnfinished(db: DbOrTx, id: string, set: RowUpdate<'voice'>): Promise<void> {
  await db.updateTable('voice').set(set).where('id', '=', id).where('fileKey', 'is', null).execute()
}

export function findVoices(db: DbOrTx, ids: string[]): Promise<VoiceRow[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('voice').selectAll().where('id', 'in', ids).where('fileKey', 'is not', null).execute()
}

/** Marks finished, unused recordings of the person as used; returns the ids that really were. */
export async function attachOwn(db: DbOrTx, ids: string[], userId: string, now: Date): Promise<string[]> {
  if (ids.length === 0) {
    return []
  }
  const rows = await db
    .updateTable('voice')
    .set({ attachedAt: now })
    .where('id', 'in', ids)
    .where('userId', '=', userId)
    .where('fileKey', 'is not', null)
    .where('attachedAt', 'is', null)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** A batch of recordings that nobody used since `before`. */
export function listLoose(db: DbOrTx, before: Date, limit: number): Promise<VoiceRow[]> {
  return db
    .selectFrom('voice')
    .selectAll()
    .where('attachedAt', 'is', null)
    .where('createdAt', '<', before)
    .orderBy('createdAt')
    .limit(limit)
    .execute()
}

/** Forgets an unused recording; one that was used meanwhile stays. Returns whether it is gone. */
export async function deleteLoose(db: DbOrTx, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('voice')
    .where('id', '=', id)
    .where('attachedAt', 'is', null)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

export async function countPreparedSince(db: DbOrTx, userId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('voice')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('userId', '=', userId)
    .where('createdAt', '>=', since)
    .executeTakeFirstOrThrow()
  return row.n
}
