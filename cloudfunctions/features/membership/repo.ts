import { sql } from 'kysely'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'

/** The current membership, locked, so that two moves of one person follow each other. */
export function lockCurrent(db: DbOrTx, userId: string): Promise<Row<'membership'> | undefined> {
  return db
    .selectFrom('membership')
    .selectAll()
    .where('userId', '=', userId)
    .where('until', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Ends the current membership, if any, and starts another one. */
export async function replaceCurrent(db: DbOrTx, row: Omit<NewRow<'membership'>, 'until'>): Promise<void> {
  await db
    .updateTable('membership')
    .set({ until: sql`greatest(since, ${row.since})` })
    .where('userId', '=', row.userId)
    .where('until', 'is', null)
    .execute()
  // The unique index lets one of two simultaneous first openings win; the other finds the same row.
  await db
    .insertInto('membership')
    .values({ ...row, until: null })
    .onConflict((oc) => oc.column('userId').where('until', 'is', null).doNothing())
    .execute()
}

export function findMember(db: DbOrTx, userId: string) {
  return members(db).where('membership.userId', '=', userId).executeTakeFirst()
}

interface Page {
  areaCode: string
  words: string
  after: string | undefined
  limit: number
}

/** Members of an area in the order they joined; `words` is part of the name. */
export function listMembers(db: DbOrTx, { areaCode, words, after, limit }: Page) {
  return members(db)
    .where('membership.areaCode', '>=', areaCode)
    .where('membership.areaCode', '<', `${areaCode}:`)
    .$if(words !== '', (query) => query.where(sql<boolean>`position(${words} in app_user.name) > 0`))
    .$if(after !== undefined, (query) => query.where('membership.id', '>', after ?? ''))
    .orderBy('membership.id')
    .limit(limit + 1)
    .execute()
}

function members(db: DbOrTx) {
  return db
    .selectFrom('membership')
    .innerJoin('appUser', 'appUser.id', 'membership.userId')
    .leftJoin('resident', 'resident.userId', 'membership.userId')
    .leftJoin('household', 'household.id', 'resident.householdId')
    .select([
      'membership.id',
      'membership.userId',
      'membership.areaCode',
      'membership.assurance',
      'membership.since',
      'appUser.name',
      'appUser.phoneEncrypted',
      'appUser.partyMember',
      'resident.id as residentId',
      'resident.name as residentName',
      'resident.sex',
      'resident.bornOn',
      'household.door',
    ])
    .where('membership.until', 'is', null)
}
export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number]

/** Who of the grid has given the number with this keyed hash. */
export async function findByNumber(db: DbOrTx, phoneHash: string, areaCode: string): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('appUser', 'appUser.id', 'membership.userId')
    .select('appUser.id')
    .where('appUser.phoneHash', '=', phoneHash)
    .where('membership.areaCode', '=', areaCode)
    .where('membership.until', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}
