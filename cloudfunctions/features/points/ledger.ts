import { sql } from 'kysely'
import { areaCodeAt } from '~/types/area'
import type { AccountKind, PointsCategory } from '~/types/points'
import type { Ctx } from '../../core/context'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'
import type { Earned } from './caps'
import { lotsLeft, type Lot } from './lots'

export type AccountRow = Row<'pointsAccount'>
/** Who writes to the ledger: an action, a deliverer or the clock. */
export type Writer = Pick<Ctx, 'db' | 'now' | 'newId'>

export interface Posting extends Omit<NewRow<'pointsEntry'>, 'id' | 'at'> {
  /** Amounts into (above zero) and out of accounts; they add up to nothing. */
  lines: { accountId: string; amount: number; earnedAt?: Date }[]
}

/** Writes one entry with its lines; false when it has been written before. The database keeps the balances. */
export async function post({ db, now, newId }: Writer, { lines, ...entry }: Posting): Promise<boolean> {
  const id = newId()
  const made = await db
    .insertInto('pointsEntry')
    .values({ ...entry, id, at: now })
    .onConflict((oc) => oc.columns(['sourceType', 'sourceId', 'rule', 'userId']).doNothing())
    .executeTakeFirstOrThrow()
  if (made.numInsertedOrUpdatedRows !== 1n) {
    return false
  }
  // One after the other and the holder first, so that two entries never wait for each other.
  for (const { earnedAt = null, ...line } of lines) {
    await db
      .insertInto('pointsLine')
      .values({ entryId: id, earnedAt, ...line })
      .execute()
  }
  return true
}

export async function householdOf(db: DbOrTx, userId: string): Promise<string | null> {
  const row = await db
    .selectFrom('resident')
    .select('householdId')
    .where('userId', '=', userId)
    .executeTakeFirst()
  return row?.householdId ?? null
}

const byHolder = (userId: string, householdId: string | null) =>
  householdId === null
    ? sql<boolean>`points_account.user_id = ${userId}`
    : sql<boolean>`points_account.household_id = ${householdId}`

/** The account that a person's points lie in, as far as there is one: the household's, else their own. */
export async function findHolder(db: DbOrTx, userId: string): Promise<AccountRow | undefined> {
  const where = byHolder(userId, await householdOf(db, userId))
  return db.selectFrom('pointsAccount').selectAll().where(where).executeTakeFirst()
}

/** The account that a person's points lie in, locked; made at the first point. */
export async function openHolder(ctx: Writer, userId: string, areaCode: string): Promise<AccountRow> {
  const householdId = await householdOf(ctx.db, userId)
  const owner = householdId === null ? { householdId: null, userId } : { householdId, userId: null }
  await ctx.db
    .insertInto('pointsAccount')
    .values({ id: ctx.newId(), kind: 'holder', areaCode: areaCodeAt(areaCode, 'village'), ...owner })
    .onConflict((oc) => oc.doNothing())
    .execute()
  const account = await ctx.db
    .selectFrom('pointsAccount')
    .selectAll()
    .where(byHolder(userId, householdId))
    .forUpdate()
    .executeTakeFirstOrThrow()
  return householdId === null ? account : bringAlong(ctx, account, userId)
}

/** What a person saved alone goes to the household, once they stand in its ledger. */
async function bringAlong(ctx: Writer, account: AccountRow, userId: string): Promise<AccountRow> {
  const alone = await ctx.db
    .selectFrom('pointsAccount')
    .selectAll()
    .where('userId', '=', userId)
    .where('balance', '>', 0)
    .forUpdate()
    .executeTakeFirst()
  if (alone === undefined) {
    return account
  }
  const { balance } = alone
  await post(ctx, {
    kind: 'transfer',
    sourceType: 'account',
    sourceId: ctx.newId(),
    rule: 'transfer',
    category: null,
    userId,
    words: '并入家庭账户',
    madeBy: null,
    lines: [
      { accountId: account.id, amount: balance, earnedAt: ctx.now },
      { accountId: alone.id, amount: -balance },
    ],
  })
  await setOldest(ctx.db, alone.id, null)
  await notice(ctx.db, account, ctx.now)
  return { ...account, balance: account.balance + balance }
}

export function lockAccount(db: DbOrTx, id: string): Promise<AccountRow> {
  return db.selectFrom('pointsAccount').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

/** The other side of an entry: the village's account of the kind. */
export async function villageAccount(
  ctx: Writer,
  areaCode: string,
  kind: Exclude<AccountKind, 'holder'>,
): Promise<string> {
  await ctx.db
    .insertInto('pointsAccount')
    .values({ id: ctx.newId(), kind, areaCode, householdId: null, userId: null })
    .onConflict((oc) => oc.doNothing())
    .execute()
  const { id } = await ctx.db
    .selectFrom('pointsAccount')
    .select('id')
    .where('areaCode', '=', areaCode)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return id
}

export async function setOldest(db: DbOrTx, accountId: string, oldestAt: Date | null): Promise<void> {
  await db.updateTable('pointsAccount').set({ oldestAt }).where('id', '=', accountId).execute()
}

/** Notes since when points lie in the account, for what expires. */
async function notice(db: DbOrTx, { id, oldestAt }: AccountRow, earnedAt: Date): Promise<void> {
  if (oldestAt === null || earnedAt < oldestAt) {
    await setOldest(db, id, earnedAt)
  }
}

export interface Credit {
  account: AccountRow
  userId: string
  sourceType: string
  sourceId: string
  rule: string
  category: PointsCategory
  points: number
  earnedAt: Date
  words: string
  madeBy: string | null
}

/** Credits points to a holder, whose account is locked; false when it was done before. Nothing at all may be credited. */
export async function credit(ctx: Writer, { account, points, earnedAt, ...entry }: Credit): Promise<boolean> {
  const issued = await villageAccount(ctx, account.areaCode, 'issued')
  const lines = [
    { accountId: account.id, amount: points, earnedAt },
    { accountId: issued, amount: -points },
  ]
  const made = await post(ctx, { ...entry, kind: 'award', lines: points === 0 ? [] : lines })
  if (made && points > 0) {
    await notice(ctx.db, account, earnedAt)
  }
  return made
}

/** What came into an account since then, by whom and for what; what was taken back counts against it. */
export async function listEarned(db: DbOrTx, accountId: string, since: Date): Promise<Earned[]> {
  return db
    .selectFrom('pointsLine')
    .innerJoin('pointsEntry', 'pointsEntry.id', 'pointsLine.entryId')
    .select(['pointsEntry.userId', 'pointsEntry.category', 'pointsLine.amount as points'])
    .select(sql<Date>`points_line.earned_at`.as('earnedAt'))
    .where('pointsLine.accountId', '=', accountId)
    .where('pointsLine.earnedAt', '>=', since)
    .where('pointsEntry.kind', '<>', 'transfer')
    .execute()
}

/** All that an account ever earned, by the moment, oldest first, and all that it spent. */
export async function readLots(db: DbOrTx, accountId: string): Promise<{ earned: Lot[]; spent: number }> {
  const rows = await db
    .selectFrom('pointsLine')
    .select(['earnedAt'])
    .select(sql<number>`sum(amount)::int`.as('points'))
    .where('accountId', '=', accountId)
    .groupBy('earnedAt')
    .orderBy('earnedAt')
    .execute()
  const earned = rows.flatMap(({ earnedAt, points }) =>
    earnedAt === null || points === 0 ? [] : [{ earnedAt, points }],
  )
  const spent = rows.find(({ earnedAt }) => earnedAt === null)?.points ?? 0
  return { earned, spent: -spent }
}

/** Notes anew since when points lie in the account, after some of them came back. */
export async function refreshOldest(db: DbOrTx, accountId: string): Promise<void> {
  const { earned, spent } = await readLots(db, accountId)
  await setOldest(db, accountId, lotsLeft(earned, spent)[0]?.earnedAt ?? null)
}

/** The people whose account it is, as far as they use the program. */
export async function listHolders(db: DbOrTx, { householdId, userId }: AccountRow): Promise<string[]> {
  if (userId !== null) {
    return [userId]
  }
  const rows = await db
    .selectFrom('resident')
    .select('userId')
    .where('householdId', '=', householdId)
    .where('userId', 'is not', null)
    .execute()
  return rows.flatMap((row) => row.userId ?? [])
}

/** Points by person of an account, and what each has brought in. */
export async function listPeople(db: DbOrTx, accountId: string) {
  return db
    .selectFrom('pointsLine')
    .innerJoin('pointsEntry', 'pointsEntry.id', 'pointsLine.entryId')
    .innerJoin('appUser', 'appUser.id', 'pointsEntry.userId')
    .select(['appUser.id', 'appUser.name'])
    .select(sql<number>`sum(points_line.amount)::int`.as('earned'))
    .where('pointsLine.accountId', '=', accountId)
    .where('pointsLine.earnedAt', 'is not', null)
    .groupBy(['appUser.id', 'appUser.name'])
    .orderBy('earned', 'desc')
    .orderBy('appUser.id')
    .execute()
}

/** Lines of an account with their entries, newest first; one more than the page holds. */
export function listLines(db: DbOrTx, accountId: string, before: string | undefined, limit: number) {
  return db
    .selectFrom('pointsLine')
    .innerJoin('pointsEntry', 'pointsEntry.id', 'pointsLine.entryId')
    .leftJoin('appUser', 'appUser.id', 'pointsEntry.userId')
    .select(['pointsEntry.id', 'pointsEntry.kind', 'pointsEntry.rule', 'pointsEntry.words', 'pointsEntry.at'])
    .select(['pointsLine.amount', 'appUser.name'])
    .where('pointsLine.accountId', '=', accountId)
    .$if(before !== undefined, (query) => query.where('pointsLine.entryId', '<', before ?? ''))
    .orderBy('pointsLine.entryId', 'desc')
    .limit(limit + 1)
    .execute()
}
export type LineRow = Awaited<ReturnType<typeof listLines>>[number]
