import { sql } from 'kysely'
import type { DbOrTx } from '../../core/db'
import type { Row } from '../../core/schema'

/** Told to the member: who they are said to be in the ledger, and that it was taken back. */
export const LINK_EVENTS = { linked: 'membership.linked', unlinked: 'membership.unlinked' } as const

export type CandidateRow = Awaited<ReturnType<typeof listUnlinked>>[number]

interface Page {
  areaCode: string
  words: string
  after: string[] | undefined
  limit: number
}

/** People in the ledger of a grid whom nobody in the program is, by door; `words` is part of a name or a door. */
export function listUnlinked(db: DbOrTx, { areaCode, words, after, limit }: Page) {
  const [door = '', id = ''] = after ?? []
  return db
    .selectFrom('resident')
    .innerJoin('household', 'household.id', 'resident.householdId')
    .select([
      'resident.id as residentId',
      'resident.name as residentName',
      'resident.sex',
      'resident.bornOn',
      'household.door',
    ])
    .where('resident.areaCode', '=', areaCode)
    .where('resident.userId', 'is', null)
    .$if(words !== '', (query) =>
      query.where(
        sql<boolean>`(position(${words} in resident.name) > 0 OR position(${words} in household.door) > 0)`,
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('household.door', 'resident.id'), '>', eb.tuple(door, id))),
    )
    .orderBy('household.door')
    .orderBy('resident.id')
    .limit(limit + 1)
    .execute()
}

/** Locked, so that of two links of one person of the ledger the second sees the first. */
export function lockResident(tx: DbOrTx, id: string): Promise<Row<'resident'> | undefined> {
  return tx.selectFrom('resident').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function lockResidentOf(tx: DbOrTx, userId: string): Promise<Row<'resident'> | undefined> {
  return tx.selectFrom('resident').selectAll().where('userId', '=', userId).forUpdate().executeTakeFirst()
}

export async function setUser(tx: DbOrTx, residentId: string, userId: string): Promise<void> {
  await tx.updateTable('resident').set({ userId }).where('id', '=', residentId).execute()
}

/** Ends a link and remembers it: ballots that were cast as that person stay those of this user. */
export async function clearUser(tx: DbOrTx, link: { residentId: string; userId: string }, at: Date) {
  await tx.updateTable('resident').set({ userId: null }).where('id', '=', link.residentId).execute()
  await tx
    .insertInto('residentUnlinked')
    .values({ ...link, at })
    .onConflict((oc) => oc.columns(['userId', 'residentId']).doUpdateSet({ at }))
    .execute()
}
