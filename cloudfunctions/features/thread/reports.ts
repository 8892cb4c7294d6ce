import type { DbOrTx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'

/** One report a person and post; the same again changes nothing. */
export async function insertReport(db: DbOrTx, row: NewRow<'postReport'>): Promise<void> {
  await db
    .insertInto('postReport')
    .values(row)
    .onConflict((oc) => oc.columns(['postId', 'userId']).doNothing())
    .execute()
}

/** Reports of some posts that nobody has looked at. */
export function listOpenReports(db: DbOrTx, postIds: string[]): Promise<Row<'postReport'>[]> {
  return postIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('postReport')
        .selectAll()
        .where('postId', 'in', postIds)
        .where('handledAt', 'is', null)
        .execute()
}

/** Closes the open reports of a post, with what was done. */
export async function closeReports(
  db: DbOrTx,
  postId: string,
  set: { handledBy: string; handledAt: Date; outcome: string },
): Promise<void> {
  await db
    .updateTable('postReport')
    .set(set)
    .where('postId', '=', postId)
    .where('handledAt', 'is', null)
    .execute()
}

export async function countReportedSince(db: DbOrTx, userId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('postReport')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('userId', '=', userId)
    .where('at', '>=', since)
    .executeTakeFirstOrThrow()
  return row.n
}
