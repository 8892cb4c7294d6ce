import { sql, type RawBuilder } from 'kysely'
import type { DbOrTx, Tx } from '../../core/db'
import type { Row } from '../../core/schema'

export type NoticeRow = Row<'notice'>
export type NoticeLine = Pick<NoticeRow, 'eventKey' | 'userId' | 'title' | 'body' | 'label' | 'tone' | 'path'>

/** One line for each person, event and page, in one statement; a repeated delivery finds it there. */
export async function insertNotices(tx: Tx, lines: NoticeLine[], at: Date): Promise<void> {
  await sql`
    INSERT INTO notice (id, event_key, user_id, title, body, label, tone, path, at)
    SELECT gen_random_uuid(), said."eventKey", said."userId", said.title, said.body, said.label, said.tone, said.path, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      AS said ("eventKey" text, "userId" uuid, title text, body text, label text, tone text, path text)
    ON CONFLICT (event_key, user_id, path) DO NOTHING`.execute(tx)
}

type Line = Omit<NoticeLine, 'userId'>

/** The same line for everybody whom a query finds, as `user_id`. */
export async function insertSelected(
  db: DbOrTx,
  { eventKey, title, body, label, tone, path }: Line,
  people: RawBuilder<unknown>,
  at: Date,
): Promise<void> {
  await sql`
    INSERT INTO notice (id, event_key, user_id, title, body, label, tone, path, at)
    SELECT gen_random_uuid(), ${eventKey}, who.user_id, ${title}, ${body}, ${label}, ${tone}, ${path}, ${at}::timestamptz
    FROM (SELECT DISTINCT user_id FROM (${people}) AS found) AS who
    ON CONFLICT (event_key, user_id, path) DO NOTHING`.execute(db)
}

/** Everybody who has a line under one of the keys gets this one instead of them. */
export async function replaceLines(db: DbOrTx, keys: string[], line: Line, at: Date): Promise<void> {
  const told = sql`SELECT user_id FROM notice WHERE event_key = ANY (${keys}::text[])`
  await insertSelected(db, line, told, at)
  await deleteNotices(db, keys)
}

interface Page {
  userId: string
  unread: boolean
  before: string[] | undefined
  limit: number
}

/** What one person was told, newest first. */
export function listNotices(db: DbOrTx, { userId, unread, before, limit }: Page): Promise<NoticeRow[]> {
  const [at = '', id = ''] = before ?? []
  return db
    .selectFrom('notice')
    .selectAll()
    .where('userId', '=', userId)
    .$if(unread, (query) => query.where('readAt', 'is', null))
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(new Date(at), id))),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export async function countUnread(db: DbOrTx, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** The person's own notice, marked as seen at the first time; undefined when it is somebody else's or none. */
export async function markRead(
  db: DbOrTx,
  id: string,
  userId: string,
  now: Date,
): Promise<NoticeRow | undefined> {
  return db
    .updateTable('notice')
    .set(({ fn, ref, val }) => ({ readAt: fn.coalesce(ref('readAt'), val(now)) }))
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returningAll()
    .executeTakeFirst()
}

export async function deleteNotices(db: DbOrTx, eventKeys: string[]): Promise<void> {
  if (eventKeys.length > 0) {
    await db.deleteFrom('notice').where('eventKey', 'in', eventKeys).execute()
  }
}

export async function deleteSelected(
  db: DbOrTx,
  eventKey: string,
  people: RawBuilder<unknown>,
): Promise<void> {
  await sql`DELETE FROM notice WHERE event_key = ${eventKey} AND user_id IN (${people})`.execute(db)
}

/** Returns how many. */
export async function deleteOld(db: DbOrTx, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('notice').where('at', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}
