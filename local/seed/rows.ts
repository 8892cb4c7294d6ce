import { sql } from 'kysely'
import type { Secrets } from '~/cloudfunctions/core/crypto'
import type { Db, Tx } from '~/cloudfunctions/core/db'
import type { Database, NewRow } from '~/cloudfunctions/core/schema'

/** A person of the demonstration before the phone number is sealed. */
export type NewUser = Omit<
  NewRow<'appUser'>,
  'id' | 'openid' | 'phoneEncrypted' | 'phoneHash' | 'privacyVersion' | 'consentedAt' | 'removedAt'
> & { id: string; openid: string; phone: string }

/** Rows on their way into the database. */
export interface Rows {
  departments: NewRow<'department'>[]
  users: NewUser[]
  assignments: NewRow<'assignment'>[]
  gridSettings: NewRow<'gridSetting'>[]
  households: NewRow<'household'>[]
  memberships: NewRow<'membership'>[]
  residents: NewRow<'resident'>[]
  gridGroups: NewRow<'gridGroup'>[]
}

/** An empty set of rows. */
export function noRows(): Rows {
  return {
    departments: [],
    users: [],
    assignments: [],
    gridSettings: [],
    households: [],
    memberships: [],
    residents: [],
    gridGroups: [],
  }
}

const PRIVACY_VERSION = 1

/** Writes the rows in one transaction, whole or not at all; what is there already stays as it is. */
export async function writeRows(db: Db, secrets: Secrets, rows: Rows): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await insertAll(tx, 'department', rows.departments)
    await insertAll(
      tx,
      'appUser',
      rows.users.map((user) => seal(user, secrets)),
    )
    await insertAll(tx, 'assignment', rows.assignments)
    await insertAll(tx, 'gridSetting', rows.gridSettings)
    await insertAll(tx, 'household', rows.households)
    await insertAll(tx, 'membership', rows.memberships)
    await insertAll(tx, 'resident', rows.residents)
    await insertAll(tx, 'gridGroup', rows.gridGroups)
  })
}

function seal({ phone, ...user }: NewUser, secrets: Secrets): NewRow<'appUser'> {
  return {
    ...user,
    phoneEncrypted: secrets.encrypt(phone),
    phoneHash: secrets.keyedHash('phone', phone),
    privacyVersion: PRIVACY_VERSION,
    consentedAt: user.createdAt,
    removedAt: null,
  }
}

/** All rows as one JSON parameter: several times faster than a parameter for each value, and without their limit. */
export async function insertAll<T extends keyof Database>(
  tx: Tx,
  table: T,
  rows: NewRow<T>[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) {
    return
  }
  const columns = Object.keys(first).map((key) => [key, snakeCase(key)] as const)
  const json = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(columns.map(([key, column]) => [column, (row as Record<string, unknown>)[key]])),
    ),
  )
  const name = sql.id(snakeCase(table))
  const list = sql.join(columns.map(([, column]) => sql.id(column)))
  await sql`INSERT INTO ${name} (${list})
    SELECT ${list} FROM json_populate_recordset(NULL::${name}, ${json}::json)
    ON CONFLICT DO NOTHING`.execute(tx)
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
