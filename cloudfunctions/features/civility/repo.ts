import { sql } from 'kysely'
import { areaCodeAt } from '~/types/area'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { NewRow } from '../../core/schema'
import type { ReminderRow } from './policy'

export async function insertReminder(db: DbOrTx, row: NewRow<'civilityReminder'>): Promise<ReminderRow> {
  return db.insertInto('civilityReminder').values(row).returningAll().executeTakeFirstOrThrow()
}

export function findReminder(db: DbOrTx, id: string): Promise<ReminderRow | undefined> {
  return db.selectFrom('civilityReminder').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockReminder(db: DbOrTx, id: string): Promise<ReminderRow | undefined> {
  return db.selectFrom('civilityReminder').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Whether some words name somebody of the grid's village: of its ledger, or who belongs to it in the program. */
export async function namesSomebody(db: DbOrTx, areaCode: string, words: string): Promise<boolean> {
  const village = [areaCodeAt(areaCode, 'village')]
  const named = (column: string) =>
    sql<boolean>`char_length(${sql.ref(column)}) >= 2 AND position(${sql.ref(column)} in ${words}) > 0`
  const [resident, member] = await Promise.all([
    db
      .selectFrom('resident')
      .select('id')
      .where(inScopes('area_code', village))
      .where(named('name'))
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom('membership')
      .innerJoin('appUser', 'appUser.id', 'membership.userId')
      .select('membership.id')
      .where('membership.until', 'is', null)
      .where(inScopes('membership.area_code', village))
      .where(named('app_user.name'))
      .limit(1)
      .executeTakeFirst(),
  ])
  return resident !== undefined || member !== undefined
}
