import { sql } from 'kysely'
import { SUBSCRIPTION_QUOTA_MOST, type SubscriptionKind } from '~/types/subscription'
import type { DbOrTx, Tx } from '../../core/db'
import type { Row, RowUpdate } from '../../core/schema'

export type MessageRow = Row<'subscriptionMessage'>

export function listQuotas(db: DbOrTx, userId: string): Promise<Row<'subscription'>[]> {
  return db.selectFrom('subscription').selectAll().where('userId', '=', userId).orderBy('kind').execute()
}

/** One more of each kind, up to the most that are kept. */
export async function addQuota(
  db: DbOrTx,
  userId: string,
  kinds: SubscriptionKind[],
  updatedAt: Date,
): Promise<void> {
  if (kinds.length > 0) {
    await db
      .insertInto('subscription')
      .values(kinds.map((kind) => ({ userId, kind, quota: 1, updatedAt })))
      .onConflict((oc) =>
        oc.columns(['userId', 'kind']).doUpdateSet({
          quota: sql`least(subscription.quota + 1, ${sql.lit(SUBSCRIPTION_QUOTA_MOST)})`,
          updatedAt,
        }),
      )
      .execute()
  }
}

/** Takes one; false when there is none. */
export async function takeQuota(
  db: DbOrTx,
  userId: string,
  kind: SubscriptionKind,
  updatedAt: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscription')
    .set((eb) => ({ quota: eb('quota', '-', 1), updatedAt }))
    .where('userId', '=', userId)
    .where('kind', '=', kind)
    .where('quota', '>', 0)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The platform lets nothing more through, whatever was counted. */
export async function clearQuota(
  db: DbOrTx,
  userId: string,
  kind: SubscriptionKind,
  updatedAt: Date,
): Promise<void> {
  await db
    .updateTable('subscription')
    .set({ quota: 0, updatedAt })
    .where('userId', '=', userId)
    .where('kind', '=', kind)
    .execute()
}

export async function deleteQuotas(db: DbOrTx, userId: string): Promise<void> {
  await db.deleteFrom('subscription').where('userId', '=', userId).execute()
}

interface Told {
  kind: SubscriptionKind
  eventKey: string
  userIds: string[]
}

/** A message beside each notice of the event to one of the people who let one through, in one statement. */
export async function insertMessages(db: Tx, { kind, eventKey, userIds }: Told, dueAt: Date): Promise<void> {
  await sql`
    INSERT INTO subscription_message (notice_id, kind, status, due_at)
    SELECT notice.id, ${kind}, 'waiting', ${dueAt}::timestamptz
    FROM notice JOIN subscription ON subscription.user_id = notice.user_id
    WHERE notice.event_key = ${eventKey} AND notice.user_id = ANY (${userIds}::uuid[])
      AND subscription.kind = ${kind} AND subscription.quota > 0
    ON CONFLICT (notice_id) DO NOTHING`.execute(db)
}

/** What a message says and to whom; without an openid the person has left. */
export interface DueMessage extends MessageRow {
  userId: string
  openid: string | null
  title: string
  label: string
  body: string
  path: string
  at: Date
  readAt: Date | null
}

/** The message that has been due longest, locked; one that another job has at hand is left to it. */
export function lockDueMessage(db: Tx, now: Date): Promise<DueMessage | undefined> {
  return db
    .selectFrom('subscriptionMessage')
    .innerJoin('notice', 'notice.id', 'subscriptionMessage.noticeId')
    .innerJoin('appUser', 'appUser.id', 'notice.userId')
    .selectAll('subscriptionMessage')
    .select(['notice.userId', 'openid', 'title', 'label', 'body', 'path', 'at', 'readAt'])
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .orderBy('noticeId')
    .limit(1)
    .forUpdate('subscriptionMessage')
    .skipLocked()
    .executeTakeFirst()
}

/** Writes to a message that has been tried so often; nothing when somebody else has tried it since. */
export async function updateMessage(
  db: DbOrTx,
  { noticeId, tries }: Pick<MessageRow, 'noticeId' | 'tries'>,
  set: RowUpdate<'subscriptionMessage'>,
): Promise<void> {
  await db
    .updateTable('subscriptionMessage')
    .set(set)
    .where('noticeId', '=', noticeId)
    .where('tries', '=', tries)
    .execute()
}
