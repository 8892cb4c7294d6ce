import { sql } from 'kysely'
import type { ThreadKind } from '~/types/thread'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

export type ThreadRow = Row<'thread'>
export type PostRow = Row<'post'>

export function findThread(db: DbOrTx, kind: ThreadKind, targetId: string): Promise<ThreadRow | undefined> {
  return db
    .selectFrom('thread')
    .selectAll()
    .where('kind', '=', kind)
    .where('targetId', '=', targetId)
    .executeTakeFirst()
}

export function findThreadById(db: DbOrTx, id: string): Promise<ThreadRow | undefined> {
  return db.selectFrom('thread').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The thread, made at its first post. */
export async function ensureThread(db: DbOrTx, row: NewRow<'thread'>): Promise<ThreadRow> {
  await db
    .insertInto('thread')
    .values(row)
    .onConflict((oc) => oc.columns(['kind', 'targetId']).doNothing())
    .execute()
  return db
    .selectFrom('thread')
    .selectAll()
    .where('kind', '=', row.kind)
    .where('targetId', '=', row.targetId)
    .executeTakeFirstOrThrow()
}

/**
 * The next place in the order of changes. The row is held until the commit, so that whoever reads a place finds every
 * earlier one committed: nobody who watches misses a change.
 */
export async function takePlace(db: DbOrTx, threadId: string, posts: 0 | 1): Promise<number> {
  const { last } = await db
    .updateTable('thread')
    .set({ last: sql`last + 1`, posts: sql`posts + ${posts}` })
    .where('id', '=', threadId)
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

export function insertPost(db: DbOrTx, row: NewRow<'post'>): Promise<PostRow> {
  return db.insertInto('post').values(row).returningAll().executeTakeFirstOrThrow()
}

export function updatePost(db: DbOrTx, id: string, set: RowUpdate<'post'>): Promise<PostRow> {
  return db.updateTable('post').set(set).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

export function findPost(db: DbOrTx, id: string): Promise<PostRow | undefined> {
  return db.selectFrom('post').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockPost(db: DbOrTx, id: string): Promise<PostRow | undefined> {
  return db.selectFrom('post').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** What has changed after a place, in the order of changes. */
export function listChanged(db: DbOrTx, threadId: string, since: number, limit: number): Promise<PostRow[]> {
  return db
    .selectFrom('post')
    .selectAll()
    .where('threadId', '=', threadId)
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(limit + 1)
    .execute()
}

/** The newest posts, or those before one of them; newest first. */
export function listNewest(
  db: DbOrTx,
  threadId: string,
  before: string[] | undefined,
  limit: number,
): Promise<PostRow[]> {
  const [at = '', id = ''] = before ?? []
  return db
    .selectFrom('post')
    .selectAll()
    .where('threadId', '=', threadId)
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(new Date(at), id))),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

export function listPosts(db: DbOrTx, ids: string[]): Promise<PostRow[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('post').selectAll().where('id', 'in', ids).execute()
}

export async function insertPictures(db: DbOrTx, postId: string, pictureIds: string[]): Promise<void> {
  if (pictureIds.length > 0) {
    const rows = pictureIds.map((pictureId, position) => ({ postId, position, pictureId }))
    await db.insertInto('postPicture').values(rows).execute()
  }
}

export function listPictures(db: DbOrTx, postIds: string[]): Promise<Row<'postPicture'>[]> {
  return postIds.length === 0
    ? Promise.resolve([])
    : db.selectFrom('postPicture').selectAll().where('postId', 'in', postIds).orderBy('position').execute()
}

export async function listNames(db: DbOrTx, userIds: string[]): Promise<Map<string, string>> {
  const rows =
    userIds.length === 0
      ? []
      : await db.selectFrom('appUser').select(['id', 'name']).where('id', 'in', userIds).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function countPostedSince(db: DbOrTx, userId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('post')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('userId', '=', userId)
    .where('at', '>=', since)
    .executeTakeFirstOrThrow()
  return row.n
}
