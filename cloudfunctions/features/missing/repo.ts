import { OPEN_MISSING_STATUSES } from '~/types/missing'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

export type MissingRow = Row<'missing'>

export function insertMissing(db: DbOrTx, row: NewRow<'missing'>): Promise<MissingRow> {
  return db.insertInto('missing').values(row).returningAll().executeTakeFirstOrThrow()
}

export function findMissing(db: DbOrTx, id: string): Promise<MissingRow | undefined> {
  return db.selectFrom('missing').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockMissing(db: DbOrTx, id: string): Promise<MissingRow | undefined> {
  return db.selectFrom('missing').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Columns that are no status. The version grows, so that movers notice. */
export function setColumns(
  db: DbOrTx,
  id: string,
  set: Omit<RowUpdate<'missing'>, 'status' | 'id' | 'version'>,
): Promise<MissingRow> {
  return db
    .updateTable('missing')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function insertStep(db: DbOrTx, row: NewRow<'missingStep'>): Promise<void> {
  await db.insertInto('missingStep').values(row).execute()
}

export function listSteps(db: DbOrTx, missingId: string): Promise<Row<'missingStep'>[]> {
  return db
    .selectFrom('missingStep')
    .selectAll()
    .where('missingId', '=', missingId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** The last step that moved the case; `moves` are the actions that do. */
export function findLastMove(
  db: DbOrTx,
  missingId: string,
  moves: string[],
): Promise<Row<'missingStep'> | undefined> {
  return db
    .selectFrom('missingStep')
    .selectAll()
    .where('missingId', '=', missingId)
    .where('action', 'in', moves)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

export async function countReportedSince(db: DbOrTx, reporterId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('missing')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('reporterId', '=', reporterId)
    .where('reportedAt', '>=', since)
    .executeTakeFirstOrThrow()
  return row.n
}

/** True when the person belongs to a grid inside the scopes. */
export async function livesWithin(db: DbOrTx, userId: string, scopes: string[]): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .select('id')
    .where('userId', '=', userId)
    .where('until', 'is', null)
    .where(inScopes('area_code', scopes))
    .executeTakeFirst()
  return row !== undefined
}

export async function findDutyPhone(db: DbOrTx, areaCode: string): Promise<string> {
  const row = await db
    .selectFrom('gridSetting')
    .select('dutyPhone')
    .where('areaCode', '=', areaCode)
    .executeTakeFirst()
  return row?.dutyPhone ?? ''
}

interface Page {
  before: string[] | undefined
  limit: number
}

const after = (before: string[] | undefined) => [new Date(before?.[0] ?? 0), before?.[1] ?? ''] as const

/** Reported by one person, newest first. */
export function listReported(db: DbOrTx, reporterId: string, { before, limit }: Page): Promise<MissingRow[]> {
  return db
    .selectFrom('missing')
    .selectAll()
    .where('reporterId', '=', reporterId)
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('reportedAt', 'id'), '<', eb.tuple(...after(before)))),
    )
    .orderBy('reportedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Everything open inside the scopes, newest first. */
export function listOpen(db: DbOrTx, scopes: string[], { before, limit }: Page): Promise<MissingRow[]> {
  return db
    .selectFrom('missing')
    .selectAll()
    .where('status', 'in', OPEN_MISSING_STATUSES)
    .where(inScopes('area_code', scopes))
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('reportedAt', 'id'), '<', eb.tuple(...after(before)))),
    )
    .orderBy('reportedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Who is searched for in a district now, newest first; never many. */
export function listSearched(db: DbOrTx, district: string, limit: number): Promise<MissingRow[]> {
  return db
    .selectFrom('missing')
    .selectAll()
    .where('status', '=', 'searching')
    .where(inScopes('area_code', [district]))
    .orderBy('reportedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
