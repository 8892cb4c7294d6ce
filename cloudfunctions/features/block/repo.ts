import type { DbOrTx } from '../../core/db'
import type { NewRow } from '../../core/schema'

export async function insertPair(db: DbOrTx, row: NewRow<'blockedPair'>): Promise<void> {
  await db
    .insertInto('blockedPair')
    .values(row)
    .onConflict((oc) => oc.columns(['userId', 'otherId']).doNothing())
    .execute()
}

/** Everybody with whom the person shares no words, whoever of the two wanted it so. */
export async function listApart(db: DbOrTx, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('blockedPair')
    .select(['userId', 'otherId'])
    .where((eb) => eb.or([eb('userId', '=', userId), eb('otherId', '=', userId)]))
    .execute()
  return [...new Set(rows.map((row) => (row.userId === userId ? row.otherId : row.userId)))]
}

/** Whom the person blocked, newest first, with their names. */
export function listBlocked(db: DbOrTx, userId: string) {
  return db
    .selectFrom('blockedPair')
    .innerJoin('appUser', 'appUser.id', 'blockedPair.otherId')
    .select(['blockedPair.id', 'appUser.name', 'blockedPair.at'])
    .where('blockedPair.userId', '=', userId)
    .orderBy('blockedPair.at', 'desc')
    .limit(100)
    .execute()
}

export async function deletePair(db: DbOrTx, id: string, userId: string): Promise<void> {
  await db.deleteFrom('blockedPair').where('id', '=', id).where('userId', '=', userId).execute()
}
