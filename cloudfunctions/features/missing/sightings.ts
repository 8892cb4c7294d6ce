import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

export type SightingRow = Row<'missingSighting'>

export async function insertSighting(db: DbOrTx, row: NewRow<'missingSighting'>): Promise<void> {
  await db.insertInto('missingSighting').values(row).execute()
}

export function lockSighting(db: DbOrTx, id: string): Promise<SightingRow | undefined> {
  return db.selectFrom('missingSighting').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function updateSighting(
  db: DbOrTx,
  id: string,
  set: Omit<RowUpdate<'missingSighting'>, 'status' | 'id' | 'version'>,
): Promise<void> {
  await db.updateTable('missingSighting').set(set).where('id', '=', id).execute()
}

/** By when the person was seen, newest first. */
export function listSightings(db: DbOrTx, missingId: string): Promise<SightingRow[]> {
  return db
    .selectFrom('missingSighting')
    .selectAll()
    .where('missingId', '=', missingId)
    .orderBy('seenAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Who saw the person, by the sightings that were checked and still hold; one line for each sighting. */
export function listWitnesses(db: DbOrTx, missingId: string): Promise<Pick<SightingRow, 'id' | 'userId'>[]> {
  return db
    .selectFrom('missingSighting')
    .select(['id', 'userId'])
    .where('missingId', '=', missingId)
    .where('status', '=', 'confirmed')
    .orderBy('id')
    .execute()
}

export async function countSightedSince(db: DbOrTx, userId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('missingSighting')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('userId', '=', userId)
    .where('at', '>=', since)
    .executeTakeFirstOrThrow()
  return row.n
}

/** Somebody begins to look in a grid, or goes on in another. */
export async function putSearcher(db: DbOrTx, row: NewRow<'missingSearcher'>): Promise<void> {
  await db
    .insertInto('missingSearcher')
    .values(row)
    .onConflict((oc) =>
      oc.columns(['missingId', 'userId']).doUpdateSet({
        areaCode: row.areaCode,
        street: row.street ?? '',
        at: row.at,
        endedAt: null,
      }),
    )
    .execute()
}

export async function endSearcher(db: DbOrTx, missingId: string, userId: string, now: Date): Promise<void> {
  await db
    .updateTable('missingSearcher')
    .set({ endedAt: now })
    .where('missingId', '=', missingId)
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .execute()
}

/** Everybody who looks or has looked. */
export function listSearchers(db: DbOrTx, missingId: string): Promise<Row<'missingSearcher'>[]> {
  return db
    .selectFrom('missingSearcher')
    .selectAll()
    .where('missingId', '=', missingId)
    .orderBy('at')
    .orderBy('userId')
    .execute()
}

/** The page was opened by somebody who is only known as this mark. */
export async function noteOpening(db: DbOrTx, missingId: string, opener: string): Promise<void> {
  await db
    .insertInto('missingOpening')
    .values({ missingId, opener })
    .onConflict((oc) => oc.doNothing())
    .execute()
}

export async function countOpenings(db: DbOrTx, missingId: string): Promise<number> {
  const row = await db
    .selectFrom('missingOpening')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('missingId', '=', missingId)
    .executeTakeFirstOrThrow()
  return row.n
}
