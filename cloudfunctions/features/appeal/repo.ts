import { sql } from 'kysely'
import { ROLE_RULES, type Role } from '~/types/roles'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

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

interface Media {
  pictureIds: string[]
  voiceIds: string[]
}

export async function insertStep(
  db: DbOrTx,
  row: NewRow<'appealStep'>,
  { pictureIds, voiceIds }: Media = { pictureIds: [], voiceIds: [] },
): Promise<void> {
  await db.insertInto('appealStep').values(row).execute()
  if (pictureIds.length > 0) {
    const rows = pictureIds.map((pictureId, position) => ({ stepId: row.id, position, pictureId }))
    await db.insertInto('appealPicture').values(rows).execute()
  }
  if (voiceIds.length > 0) {
    const rows = voiceIds.map((voiceId, position) => ({ stepId: row.id, position, voiceId }))
    await db.insertInto('appealVoice').values(rows).execute()
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

/** The last step that moved the case; `moves` are the actions that do. What people add in between moves nothing. */
export function findLastMove(
  db: DbOrTx,
  appealId: string,
  moves: string[],
): Promise<Row<'appealStep'> | undefined> {
  return db
    .selectFrom('appealStep')
    .selectAll()
    .where('appealId', '=', appealId)
    .where('action', 'in', moves)
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

/** Recordings of a case in the order they were added. */
export function listVoices(db: DbOrTx, appealId: string) {
  return db
    .selectFrom('appealVoice')
    .innerJoin('appealStep', 'appealStep.id', 'appealVoice.stepId')
    .select(['appealVoice.stepId', 'appealVoice.voiceId'])
    .where('appealStep.appealId', '=', appealId)
    .orderBy('appealStep.at')
    .orderBy('appealVoice.position')
    .execute()
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

/** Columns that are no status: clocks, notes, what was put right. The version grows, so that movers notice. */
export function setColumns(
  db: DbOrTx,
  id: string,
  set: Omit<RowUpdate<'appeal'>, 'status' | 'id' | 'version'>,
): Promise<AppealRow> {
  return db
    .updateTable('appeal')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

const HANDLING = (Object.keys(ROLE_RULES) as Role[]).filter((role) =>
  ROLE_RULES[role].includes('appeal.handle'),
)

/** Who else works where the case is led: the same department, or the same area. */
export function listColleagues(
  db: DbOrTx,
  { leadDepartment, holderCode }: AppealRow,
  now: Date,
): Promise<{ userId: string; name: string }[]> {
  return db
    .selectFrom('assignment')
    .innerJoin('appUser', 'appUser.id', 'assignment.userId')
    .select(['assignment.userId', 'appUser.name'])
    .distinct()
    .where('assignment.role', 'in', HANDLING)
    .where('assignment.fromAt', '<=', now)
    .where((eb) => eb.or([eb('assignment.toAt', 'is', null), eb('assignment.toAt', '>', now)]))
    .$if(leadDepartment !== null, (query) => query.where('assignment.departmentCode', '=', leadDepartment))
    .$if(leadDepartment === null, (query) =>
      query.where('assignment.areaCode', '=', holderCode).where('assignment.departmentCode', 'is', null),
    )
    .orderBy('assignment.userId')
    .execute()
}

export async function livesIn(db: DbOrTx, userId: string, areaCode: string): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .select('id')
    .where('userId', '=', userId)
    .where('areaCode', '=', areaCode)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
