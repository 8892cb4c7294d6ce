import { sql } from 'kysely'
import { OPEN_APPEAL_STATUSES } from '~/types/appeal'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'

export type AppealRow = Row<'appeal'>

/** The next running number of the day in a district; the row is held until the transaction ends. */
export async function takeNumber(db: DbOrTx, districtCode: string, day: string): Promise<string> {
  const { last } = await db
    .insertInto('appealNumber')
    .values({ districtCode, day, last: 1 })
    .onConflict((oc) =>
      oc.columns(['districtCode', 'day']).doUpdateSet({ last: sql`appeal_number.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${day.replaceAll('-', '')}-${String(last).padStart(4, '0')}`
}

export function insertAppeal(db: DbOrTx, row: NewRow<'appeal'>): Promise<AppealRow> {
  return db.insertInto('appeal').values(row).returningAll().executeTakeFirstOrThrow()
}

export function findAppeal(db: DbOrTx, id: string): Promise<AppealRow | undefined> {
  return db.selectFrom('appeal').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockAppeal(db: DbOrTx, id: string): Promise<AppealRow | undefined> {
  return db.selectFrom('appeal').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertStep(db: DbOrTx, row: NewRow<'appealStep'>, pictureIds: string[]): Promise<void> {
  await db.insertInto('appealStep').values(row).execute()
  if (pictureIds.length > 0) {
    const rows = pictureIds.map((pictureId, position) => ({ stepId: row.id, position, pictureId }))
    await db.insertInto('appealPicture').values(rows).execute()
  }
}

export function listSteps(db: DbOrTx, appealId: string): Promise<Row<'appealStep'>[]> {
  return db
    .selectFrom('appealStep')
    .selectAll()
    .where('appealId', '=', appealId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** The last step that moved the case; what people add in between moves nothing. */
export function findLastMove(db: DbOrTx, appealId: string): Promise<Row<'appealStep'> | undefined> {
  return db
    .selectFrom('appealStep')
    .selectAll()
    .where('appealId', '=', appealId)
    .where('action', '<>', 'appeal.supplement')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

export function findStep(db: DbOrTx, id: string): Promise<Row<'appealStep'> | undefined> {
  return db.selectFrom('appealStep').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Pictures of some appeals in the order they were added. */
export function listPictures(db: DbOrTx, appealIds: string[]) {
  return appealIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('appealPicture')
        .innerJoin('appealStep', 'appealStep.id', 'appealPicture.stepId')
        .select([
          'appealStep.appealId',
          'appealPicture.stepId',
          'appealPicture.pictureId',
          'appealStep.action',
        ])
        .where('appealStep.appealId', 'in', appealIds)
        .orderBy('appealStep.at')
        .orderBy('appealPicture.position')
        .execute()
}

export async function insertRating(db: DbOrTx, row: NewRow<'appealRating'>): Promise<void> {
  await db.insertInto('appealRating').values(row).execute()
}

/** The latest rating of a case, or that of the step at a moment: step and rating are written at the same one. */
export function findRating(
  db: DbOrTx,
  appealId: string,
  at?: Date,
): Promise<Row<'appealRating'> | undefined> {
  return db
    .selectFrom('appealRating')
    .selectAll()
    .where('appealId', '=', appealId)
    .$if(at !== undefined, (query) => query.where('at', '=', at as Date))
    .orderBy('round', 'desc')
    .executeTakeFirst()
}

/** Name and sealed number of the people who submitted. */
export function findPeople(db: DbOrTx, ids: string[]) {
  return ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('appUser').select(['id', 'name', 'phoneEncrypted']).where('id', 'in', ids).execute()
}

/** Names of the people who work a grid now. */
export async function workerNames(db: DbOrTx, areaCode: string, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('appUser', 'appUser.id', 'assignment.userId')
    .select('appUser.name')
    .where('assignment.role', '=', 'grid_worker')
    .where('assignment.areaCode', '=', areaCode)
    .where('assignment.fromAt', '<=', now)
    .where((eb) => eb.or([eb('assignment.toAt', 'is', null), eb('assignment.toAt', '>', now)]))
    .execute()
  return rows.map((row) => row.name)
}

export async function countSubmittedSince(db: DbOrTx, submitterId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('appeal')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('submitterId', '=', submitterId)
    .where('submittedAt', '>=', since)
    .executeTakeFirstOrThrow()
  return row.n
}

interface Page {
  where: { submitterId: string } | { scopes: string[] }
  open: boolean
  before: string[] | undefined
  limit: number
}

/** Newest first: of one person, or inside some areas. */
export function listAppeals(db: DbOrTx, { where, open, before, limit }: Page): Promise<AppealRow[]> {
  const [at = '', id = ''] = before ?? []
  return db
    .selectFrom('appeal')
    .selectAll()
    .where((eb) =>
      'scopes' in where ? inScopes('area_code', where.scopes) : eb('submitterId', '=', where.submitterId),
    )
    .$if(open, (query) => query.where('status', 'in', OPEN_APPEAL_STATUSES))
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('submittedAt', 'id'), '<', eb.tuple(new Date(at), id))),
    )
    .orderBy('submittedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Open cases held exactly by one of the areas, and late ones below them. */
function heldBy(areas: string[], now: Date) {
  return sql<boolean>`(holder_code = ANY(${areas}) OR (${inScopes('holder_code', areas)} AND due_at < ${now}))`
}

/** What waits at the level of the areas, next to be late first. */
export function listWorkbench(
  db: DbOrTx,
  { areas, now, after, limit }: { areas: string[]; now: Date; after: string[] | undefined; limit: number },
): Promise<AppealRow[]> {
  const [due = '', id = ''] = after ?? []
  return db
    .selectFrom('appeal')
    .selectAll()
    .where('status', 'in', OPEN_APPEAL_STATUSES)
    .where(heldBy(areas, now))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('dueAt', 'id'), '>', eb.tuple(new Date(due), id))),
    )
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

/** Numbers on top of the workbench; nearly late means less than a fifth of the time is left. */
export async function countWorkbench(db: DbOrTx, areas: string[], now: Date, midnight: Date) {
  const open = await db
    .selectFrom('appeal')
    .select(({ fn }) => [
      fn.countAll<number>().as('open'),
      sql<number>`count(*) FILTER (WHERE due_at - ${now} < (due_at - submitted_at) / 5)`.as('nearlyLate'),
    ])
    .where('status', 'in', OPEN_APPEAL_STATUSES)
    .where(heldBy(areas, now))
    .executeTakeFirstOrThrow()
  const handled = await db
    .selectFrom('appeal')
    .select([
      sql<number>`count(*) FILTER (WHERE status <> 'closed')`.as('handled'),
      sql<number>`count(*) FILTER (WHERE handled_at >= ${midnight})`.as('handledToday'),
    ])
    .where('handledAt', 'is not', null)
    .where(sql<boolean>`holder_code = ANY(${areas})`)
    .executeTakeFirstOrThrow()
  return { ...open, ...handled }
}
