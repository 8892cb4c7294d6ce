import { sql } from 'kysely'
import { AREA_CODE_LENGTH } from '~/types/area'
import { inScopes } from '../../core/actor'
import type { DbOrTx, Tx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

export type AnnouncementRow = Row<'announcement'>
export type ReaderRow = Row<'announcementReader'>

export function insertAnnouncement(db: DbOrTx, row: NewRow<'announcement'>): Promise<AnnouncementRow> {
  return db.insertInto('announcement').values(row).returningAll().executeTakeFirstOrThrow()
}

export function findAnnouncement(db: DbOrTx, id: string): Promise<AnnouncementRow | undefined> {
  return db.selectFrom('announcement').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockAnnouncement(db: DbOrTx, id: string): Promise<AnnouncementRow | undefined> {
  return db.selectFrom('announcement').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function setColumns(
  db: DbOrTx,
  id: string,
  set: Omit<RowUpdate<'announcement'>, 'status'>,
): Promise<AnnouncementRow> {
  return db.updateTable('announcement').set(set).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

/** Those whose time to go out, or whose end, has come. */
export async function lockDue(tx: Tx, now: Date, limit: number): Promise<AnnouncementRow[]> {
  return tx
    .selectFrom('announcement')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb.and([eb('status', '=', 'scheduled'), eb('startsAt', '<=', now)]),
        eb.and([eb('status', '=', 'published'), eb('expiresAt', '<=', now)]),
      ]),
    )
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

interface Page {
  before: string[] | undefined
  limit: number
}
/** Every area that contains one of the codes, themselves included. */
const above = (codes: string[]) => [
  ...new Set(codes.flatMap((code) => Object.values(AREA_CODE_LENGTH).map((length) => code.slice(0, length)))),
]
const noneIf = (codes: string[]) => (codes.length === 0 ? [''] : codes)

/** What was told to the audiences that somebody belongs to, by the grids of each, newest first. */
export function listTold(
  db: DbOrTx,
  grids: Record<AnnouncementRow['audience'], string[]>,
  { before, limit }: Page,
): Promise<AnnouncementRow[]> {
  const [at = '', id = ''] = before ?? []
  return db
    .selectFrom('announcement')
    .selectAll()
    .where('status', 'in', ['published', 'ended'])
    .where((eb) =>
      eb.or(
        (['everyone', 'party', 'workers'] as const).map((audience) =>
          eb.and([eb('audience', '=', audience), eb('areaCode', 'in', noneIf(above(grids[audience])))]),
        ),
      ),
    )
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('publishedAt', 'id'), '<', eb.tuple(new Date(at), id))),
    )
    .orderBy('publishedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** What was written for places inside the scopes, and what was told to places that contain them, newest first. */
export function listOfStaff(
  db: DbOrTx,
  scopes: string[],
  { before, limit }: Page,
): Promise<AnnouncementRow[]> {
  const [at = '', id = ''] = before ?? []
  return db
    .selectFrom('announcement')
    .selectAll()
    .where((eb) =>
      eb.or([
        inScopes('area_code', scopes),
        eb.and([eb('publishedAt', 'is not', null), eb('areaCode', 'in', noneIf(above(scopes)))]),
      ]),
    )
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('createdAt', 'id'), '<', eb.tuple(new Date(at), id))),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export function findReader(db: DbOrTx, id: string, userId: string): Promise<ReaderRow | undefined> {
  return db
    .selectFrom('announcementReader')
    .selectAll()
    .where('announcementId', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst()
}

/** Somebody opened it; the first time counts. */
export async function noteOpening(
  db: DbOrTx,
  { id }: AnnouncementRow,
  reader: { userId: string; areaCode: string },
  now: Date,
): Promise<void> {
  await sql`
    INSERT INTO announcement_reader (announcement_id, user_id, area_code, opened_at)
    VALUES (${id}, ${reader.userId}, ${reader.areaCode}, ${now}) ON CONFLICT DO NOTHING`.execute(db)
}

/** What somebody answers, once or otherwise than before; the first moment stays. */
export async function putAnswer(
  db: DbOrTx,
  { id }: AnnouncementRow,
  userId: string,
  { choice, number, now }: { choice: number | null; number: number | null; now: Date },
): Promise<void> {
  await db
    .updateTable('announcementReader')
    .set(({ fn, ref, val }) => ({ choice, number, answeredAt: fn.coalesce(ref('answeredAt'), val(now)) }))
    .where('announcementId', '=', id)
    .where('userId', '=', userId)
    .execute()
}

/** Whom a second look is asked of: the nearest level at which somebody else may give it. */
export async function listSeconds(
  db: DbOrTx,
  { areaCode, createdBy }: AnnouncementRow,
  roles: Row<'assignment'>['role'][],
  now: Date,
): Promise<string[]> {
  const rows = await db
    .selectFrom('assignment')
    .select(['userId', 'areaCode'])
    .distinct()
    .where('areaCode', 'in', above([areaCode]))
    .where('role', 'in', roles)
    .where('departmentCode', 'is', null)
    .where('userId', '<>', createdBy)
    .where('fromAt', '<=', now)
    .where((eb) => eb.or([eb('toAt', 'is', null), eb('toAt', '>', now)]))
    .execute()
  const nearest = Math.max(...rows.map((row) => row.areaCode.length))
  return rows.flatMap((row) => (row.areaCode.length === nearest ? [row.userId] : []))
}

export async function findName(db: DbOrTx, userId: string): Promise<string> {
  const row = await db.selectFrom('appUser').select('name').where('id', '=', userId).executeTakeFirst()
  return row?.name ?? ''
}
