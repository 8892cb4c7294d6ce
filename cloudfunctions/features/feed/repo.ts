import { sql } from 'kysely'
import type { DbOrTx, Tx } from '../../core/db'
import type { DeliverCtx } from '../../core/outbox'
import type { NewRow, Row } from '../../core/schema'

export type FeedRow = Row<'feedItem'>

/** One item for each grid and event; a repeated delivery finds it there. */
export async function insertFeedItem(tx: Tx, row: NewRow<'feedItem'>): Promise<void> {
  await tx
    .insertInto('feedItem')
    .values(row)
    .onConflict((oc) => oc.columns(['eventKey', 'areaCode']).doNothing())
    .execute()
}

/**
 * The same for every grid inside the areas of the messages, in one statement. Each area is looked up by itself (OFFSET
 * 0): joined, the planner reads all areas for each message as long as the table has no statistics, 200 times slower.
 */
export async function insertFeedItems(
  { db, now, eventKey }: DeliverCtx,
  messages: (Pick<FeedRow, 'areaCode' | 'title' | 'body' | 'label' | 'tone' | 'path'> &
    Partial<Pick<FeedRow, 'pictureId'>>)[],
): Promise<void> {
  await sql`
    INSERT INTO feed_item (id, event_key, area_code, title, body, label, tone, path, picture_id, at)
    SELECT gen_random_uuid(), ${eventKey}, area.code, said.title, said.body, said.label, said.tone, said.path,
      said."pictureId", ${now}
    FROM jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
      AS said ("areaCode" text, title text, body text, label text, tone text, path text, "pictureId" uuid)
    CROSS JOIN LATERAL (
      SELECT code FROM area
      WHERE level = 'grid' AND code >= said."areaCode" AND code < said."areaCode" || ':' OFFSET 0) AS area
    ON CONFLICT (event_key, area_code) DO NOTHING`.execute(db)
}

/** Other words on every item of an event. */
export async function setBody(db: DbOrTx, eventKey: string, body: string): Promise<void> {
  await db.updateTable('feedItem').set({ body }).where('eventKey', '=', eventKey).execute()
}

/** Takes a message out of every feed. */
export async function removeFeedItems(db: DbOrTx, eventKey: string): Promise<void> {
  await db.deleteFrom('feedItem').where('eventKey', '=', eventKey).execute()
}

interface Page {
  areaCode: string
  before: string[] | undefined
  since: Date | undefined
  limit: number
}

/** Items of one grid, newest first. */
export function listFeed(db: DbOrTx, { areaCode, before, since, limit }: Page): Promise<FeedRow[]> {
  const [at = '', id = ''] = before ?? []
  return db
    .selectFrom('feedItem')
    .selectAll()
    .where('areaCode', '=', areaCode)
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(new Date(at), id))),
    )
    .$if(since !== undefined, (query) => query.where('at', '>', since as Date))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export async function deleteFeedItems(db: DbOrTx, eventKey: string): Promise<void> {
  await db.deleteFrom('feedItem').where('eventKey', '=', eventKey).execute()
}
