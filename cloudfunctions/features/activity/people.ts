import { sql } from 'kysely'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'

/** A volunteer with what the program or the ledger knows of the person. */
export interface Volunteer {
  id: string
  userId: string | null
  residentId: string | null
  namedBy: string | null
  name: string
  bornOn: string | null
}

const known = sql`
  SELECT v.id, v.user_id, v.resident_id, v.named_by,
    coalesce(nullif(u.name, ''), r.name, v.name) AS name,
    coalesce(r.born_on, v.born_on)::text AS born_on
  FROM volunteer AS v
  LEFT JOIN app_user AS u ON u.id = v.user_id
  LEFT JOIN resident AS r ON r.id = v.resident_id OR (v.resident_id IS NULL AND r.user_id = v.user_id)`

/** What is known of the volunteer, who is held until the transaction ends: nobody signs up twice at once. */
export async function lockVolunteer(db: DbOrTx, id: string): Promise<Volunteer> {
  await db.selectFrom('volunteer').select('id').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  const { rows } = await sql<Volunteer>`${known} WHERE v.id = ${id}`.execute(db)
  return rows[0] as Volunteer
}

export async function findVolunteers(db: DbOrTx, ids: string[]): Promise<Map<string, Volunteer>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { rows } = await sql<Volunteer>`${known} WHERE v.id = ANY (${ids}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The volunteer that a person of the program is, if they have taken part before. */
export async function findVolunteerOfUser(db: DbOrTx, userId: string): Promise<string | undefined> {
  const row = await db.selectFrom('volunteer').select('id').where('userId', '=', userId).executeTakeFirst()
  return row?.id
}

/** The person in the ledger that a person of the program is. */
export function findResidentOf(db: DbOrTx, userId: string): Promise<Row<'resident'> | undefined> {
  return db.selectFrom('resident').selectAll().where('userId', '=', userId).executeTakeFirst()
}

/** Others of the household, without those who have died or left, which the ledger no longer holds. */
export async function listHousehold(db: DbOrTx, userId: string): Promise<Row<'resident'>[]> {
  const own = await findResidentOf(db, userId)
  return own === undefined
    ? []
    : db
        .selectFrom('resident')
        .selectAll()
        .where('householdId', '=', own.householdId)
        .where('id', '<>', own.id)
        .orderBy('bornOn')
        .execute()
}

export function listNamed(db: DbOrTx, userId: string): Promise<Row<'volunteer'>[]> {
  return db.selectFrom('volunteer').selectAll().where('namedBy', '=', userId).orderBy('name').execute()
}

/**
 * The volunteer row of somebody, made when there is none yet. Who was signed up from the ledger by family and now
 * uses the program stays the same volunteer.
 */
export async function ensureVolunteer(db: DbOrTx, row: NewRow<'volunteer'>): Promise<string> {
  const { userId = null, residentId = null, namedBy = null, name = '' } = row
  const same = (query = db.selectFrom('volunteer').select(['id', 'userId'])) =>
    query.where((eb) =>
      eb.or([
        ...(userId === null ? [] : [eb('userId', '=', userId)]),
        ...(residentId === null ? [] : [eb('residentId', '=', residentId)]),
        ...(namedBy === null ? [] : [eb.and([eb('namedBy', '=', namedBy), eb('name', '=', name)])]),
      ]),
    )
  const found = await same().executeTakeFirst()
  if (found === undefined) {
    await db
      .insertInto('volunteer')
      .values(row)
      .onConflict((oc) => oc.doNothing())
      .execute()
    return (await same().executeTakeFirstOrThrow()).id
  }
  if (userId !== null && found.userId === null) {
    await db.updateTable('volunteer').set({ userId }).where('id', '=', found.id).execute()
  }
  return found.id
}

export async function setBornOn(db: DbOrTx, id: string, bornOn: string): Promise<void> {
  await db.updateTable('volunteer').set({ bornOn }).where('id', '=', id).execute()
}

/** Which of these people are members of the party. */
export async function partyMembersOf(db: DbOrTx, userIds: string[]): Promise<Set<string>> {
  const rows =
    userIds.length === 0
      ? []
      : await db
          .selectFrom('appUser')
          .select('id')
          .where('id', 'in', userIds)
          .where('partyMember', '=', true)
          .execute()
  return new Set(rows.map(({ id }) => id))
}
