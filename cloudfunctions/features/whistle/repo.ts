import type { DbOrTx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'

export type WhistleRow = Row<'whistle'>

export async function insertWhistle(db: DbOrTx, row: NewRow<'whistle'>): Promise<void> {
  await db.insertInto('whistle').values(row).execute()
}

export function lockWhistle(db: DbOrTx, id: string): Promise<WhistleRow | undefined> {
  return db.selectFrom('whistle').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function findWhistle(db: DbOrTx, id: string): Promise<WhistleRow | undefined> {
  return db.selectFrom('whistle').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The whistles of a case, the first blown first. */
export function listWhistles(db: DbOrTx, appealId: string): Promise<WhistleRow[]> {
  return db
    .selectFrom('whistle')
    .selectAll()
    .where('appealId', '=', appealId)
    .orderBy('blownAt')
    .orderBy('id')
    .execute()
}

/** Departments of a case that have not come, each row locked. */
export function lockAwaited(db: DbOrTx, appealId: string): Promise<WhistleRow[]> {
  return db
    .selectFrom('whistle')
    .selectAll()
    .where('appealId', '=', appealId)
    .where('status', 'in', ['blown', 'objected'])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Departments already whistled for and not yet released. */
export async function runningDepartments(db: DbOrTx, appealId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('whistle')
    .select('department')
    .where('appealId', '=', appealId)
    .where('status', 'not in', ['released', 'dropped'])
    .execute()
  return rows.map(({ department }) => department)
}

export async function departmentNames(db: DbOrTx): Promise<Map<string, string>> {
  const rows = await db.selectFrom('department').select(['code', 'name']).execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}
