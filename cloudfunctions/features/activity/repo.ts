import { sql } from 'kysely'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'

export type ActivityRow = Row<'activity'>
export type ShiftRow = Row<'shift'>

export function insertActivity(db: DbOrTx, row: NewRow<'activity'>): Promise<ActivityRow> {
  return db.insertInto('activity').values(row).returningAll().executeTakeFirstOrThrow()
}

export function findActivity(db: DbOrTx, id: string): Promise<ActivityRow | undefined> {
  return db.selectFrom('activity').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockActivity(db: DbOrTx, id: string): Promise<ActivityRow | undefined> {
  return db.selectFrom('activity').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Puts these shifts in the place of what was planned; only while nobody can have signed up. */
export async function replaceShifts(db: DbOrTx, activityId: string, rows: NewRow<'shift'>[]): Promise<void> {
  await db.deleteFrom('shift').where('activityId', '=', activityId).execute()
  await db.insertInto('shift').values(rows).execute()
}

export function findShift(db: DbOrTx, id: string): Promise<ShiftRow | undefined> {
  return db.selectFrom('shift').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Shifts of some activities, the earliest first. */
export function listShifts(db: DbOrTx, activityIds: string[]): Promise<ShiftRow[]> {
  return activityIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('shift')
        .selectAll()
        .where('activityId', 'in', activityIds)
        .orderBy('startsAt')
        .orderBy('id')
        .execute()
}

interface Open {
  /** Areas whose people the caller is of: each grid with everything above it. */
  areas: string[]
  /** Areas in which the caller works. */
  scopes: string[]
  now: Date
  /** Only where somebody is still needed before this moment. */
  neededBefore?: Date
  after: string[] | undefined
  limit: number
}

/** Published ones that are not over, the next first. */
export function listOpen(db: DbOrTx, { areas, scopes, now, neededBefore, after, limit }: Open) {
  const [at = '', id = ''] = after ?? []
  const names = sql.join(areas.length === 0 ? [''] : areas)
  return db
    .selectFrom('activity')
    .selectAll()
    .where('status', '=', 'published')
    .where('nextOverAt', '>', now)
    .where(sql<boolean>`(area_code IN (${names}) OR ${inScopes('area_code', scopes)})`)
    .$if(neededBefore !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('shift')
            .select('shift.id')
            .whereRef('shift.activityId', '=', 'activity.id')
            .where('shift.startsAt', '<', neededBefore as Date)
            .where('shift.endsAt', '>', now)
            .whereRef('shift.taken', '<', 'shift.capacity'),
        ),
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('nextAt', 'id'), '>', eb.tuple(new Date(at), id))),
    )
    .orderBy('nextAt')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

/** Everything that somebody organises or looks after, the newest first. */
export function listManaged(
  db: DbOrTx,
  { userId, scopes, before, limit }: { userId: string; scopes: string[]; before?: string; limit: number },
): Promise<ActivityRow[]> {
  return db
    .selectFrom('activity')
    .selectAll()
    .where(
      sql<boolean>`(organiser_id = ${userId} OR (${inScopes('area_code', scopes)} AND status <> 'draft'))`,
    )
    .$if(before !== undefined, (query) => query.where('id', '<', before as string))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export async function insertReportPictures(
  db: DbOrTx,
  activityId: string,
  pictureIds: string[],
): Promise<void> {
  if (pictureIds.length > 0) {
    const rows = pictureIds.map((pictureId, position) => ({ activityId, position, pictureId }))
    await db.insertInto('activityPicture').values(rows).execute()
  }
}

export async function listReportPictures(db: DbOrTx, activityId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('activityPicture')
    .select('pictureId')
    .where('activityId', '=', activityId)
    .orderBy('position')
    .execute()
  return rows.map(({ pictureId }) => pictureId)
}

/** Moves activities on whose next shift is over. Returns how many. */
export async function moveOn(db: DbOrTx, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE activity AS a SET next_at = n.starts_at, next_over_at = n.ends_at
    FROM (
      SELECT DISTINCT ON (s.activity_id) s.activity_id, s.starts_at, s.ends_at
      FROM shift AS s JOIN activity AS b ON b.id = s.activity_id
      WHERE b.status = 'published' AND b.next_over_at <= ${now} AND s.ends_at > ${now}
      ORDER BY s.activity_id, s.ends_at) AS n
    WHERE a.id = n.activity_id`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Published activities that have a card and whose free places differ from what it says. */
export async function listStaleCards(db: DbOrTx, now: Date, limit: number) {
  const { rows } = await sql<{ id: string; left: number }>`
    SELECT a.id, sum(s.capacity - s.taken)::int AS "left"
    FROM activity AS a JOIN shift AS s ON s.activity_id = a.id AND s.ends_at > ${now}
    WHERE a.status = 'published' AND a.next_over_at > ${now} AND a.told_left IS NOT NULL
    GROUP BY a.id HAVING sum(s.capacity - s.taken) <> max(a.told_left)
    LIMIT ${limit}`.execute(db)
  return rows
}

export async function setToldLeft(db: DbOrTx, id: string, toldLeft: number): Promise<void> {
  await db.updateTable('activity').set({ toldLeft }).where('id', '=', id).execute()
}

/** People who came and minutes that were counted, for the report. */
export async function sumService(db: DbOrTx, activityId: string) {
  const { rows } = await sql<{ people: number; minutes: number }>`
    SELECT count(DISTINCT volunteer_id)::int AS people, coalesce(sum(minutes), 0)::int AS minutes
    FROM service_entry WHERE activity_id = ${activityId}`.execute(db)
  return rows[0] ?? { people: 0, minutes: 0 }
}
