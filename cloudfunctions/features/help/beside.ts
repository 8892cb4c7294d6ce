import type { Ctx } from '../../core/context'
import { recordDeletion } from '../../core/deletion'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'

export type OfferRow = Row<'helpOffer'>
export type ThankRow = Row<'helpThank'>
export type ReportRow = Row<'helpReport'>
export type AbleRow = Row<'helpAble'>

/** One offer a person; offering again changes the words. */
export async function upsertOffer(db: DbOrTx, row: NewRow<'helpOffer'>): Promise<void> {
  await db
    .insertInto('helpOffer')
    .values(row)
    .onConflict((oc) => oc.columns(['helpId', 'userId']).doUpdateSet({ words: row.words ?? '' }))
    .execute()
}

export function listOffers(db: DbOrTx, helpIds: string[]): Promise<OfferRow[]> {
  return helpIds.length === 0
    ? Promise.resolve([])
    : db.selectFrom('helpOffer').selectAll().where('helpId', 'in', helpIds).orderBy('at').execute()
}

export async function insertInvites(db: DbOrTx, rows: NewRow<'helpInvite'>[]): Promise<void> {
  if (rows.length > 0) {
    await db.insertInto('helpInvite').values(rows).execute()
  }
}

export function listInvites(db: DbOrTx, helpIds: string[]): Promise<Row<'helpInvite'>[]> {
  return helpIds.length === 0
    ? Promise.resolve([])
    : db.selectFrom('helpInvite').selectAll().where('helpId', 'in', helpIds).execute()
}

/** Thanks once; thanking again changes nothing. */
export async function insertThank(db: DbOrTx, row: NewRow<'helpThank'>): Promise<void> {
  await db
    .insertInto('helpThank')
    .values(row)
    .onConflict((oc) => oc.columns(['helpId', 'userId']).doNothing())
    .execute()
}

export function listThanks(db: DbOrTx, helpIds: string[]): Promise<ThankRow[]> {
  return helpIds.length === 0
    ? Promise.resolve([])
    : db.selectFrom('helpThank').selectAll().where('helpId', 'in', helpIds).orderBy('at').execute()
}

/** The same person reporting the same again, while nobody has looked, is one report. */
export async function insertReport(db: DbOrTx, row: NewRow<'helpReport'>): Promise<void> {
  await db
    .insertInto('helpReport')
    .values(row)
    .onConflict((oc) => oc.columns(['helpId', 'userId', 'kind']).where('handledAt', 'is', null).doNothing())
    .execute()
}

export function listReports(db: DbOrTx, helpIds: string[]): Promise<ReportRow[]> {
  return helpIds.length === 0
    ? Promise.resolve([])
    : db.selectFrom('helpReport').selectAll().where('helpId', 'in', helpIds).orderBy('at').execute()
}

/** Closes what is open of the reports of a request, with what was done. */
export async function closeReports(
  db: DbOrTx,
  helpId: string,
  set: { handledBy: string; handledAt: Date; outcome: string },
): Promise<void> {
  await db
    .updateTable('helpReport')
    .set(set)
    .where('helpId', '=', helpId)
    .where('handledAt', 'is', null)
    .execute()
}

export async function countReportedSince(db: DbOrTx, userId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('helpReport')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('userId', '=', userId)
    .where('at', '>=', since)
    .executeTakeFirstOrThrow()
  return row.n
}

export async function upsertAble(db: DbOrTx, row: NewRow<'helpAble'>): Promise<AbleRow> {
  const { areaCode, reachCode, kinds, times, words } = row
  return db
    .insertInto('helpAble')
    .values(row)
    .onConflict((oc) =>
      oc.column('userId').doUpdateSet({ areaCode, reachCode, kinds, times, words: words ?? '' }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Somebody does not offer anything any more. */
export async function takeBackAble(ctx: Pick<Ctx, 'db' | 'now'>, userId: string): Promise<void> {
  await ctx.db.deleteFrom('helpAble').where('userId', '=', userId).execute()
  await recordDeletion(ctx, { kind: 'help.unsaid', target: userId })
}

/** What some people said that they can do. */
export function listAblesOf(db: DbOrTx, userIds: string[]): Promise<AbleRow[]> {
  return userIds.length === 0
    ? Promise.resolve([])
    : db.selectFrom('helpAble').selectAll().where('userId', 'in', userIds).execute()
}

export function findAble(db: DbOrTx, userId: string): Promise<AbleRow | undefined> {
  return db.selectFrom('helpAble').selectAll().where('userId', '=', userId).executeTakeFirst()
}
