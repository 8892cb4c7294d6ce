import { sql } from 'kysely'
import { PENDING_AWARD_STATUSES, type AwardStatus } from '~/types/points'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'
import type { Earned } from './caps'

export type ObjectionRow = Row<'pointsObjection'>
/** An award with the name and the household of who gets it. */
export type AwardRow = Row<'pointsAward'> & { name: string; householdId: string | null }

function awards(db: DbOrTx) {
  return db
    .selectFrom('pointsAward')
    .innerJoin('appUser', 'appUser.id', 'pointsAward.userId')
    .innerJoin('pointsAccount', 'pointsAccount.id', 'pointsAward.accountId')
    .selectAll('pointsAward')
    .select(['appUser.name', 'pointsAccount.householdId'])
}

/** False when the same request was made before. */
export async function insertAward(db: DbOrTx, row: NewRow<'pointsAward'>): Promise<boolean> {
  const made = await db
    .insertInto('pointsAward')
    .values(row)
    .onConflict((oc) => oc.columns(['proposedBy', 'requestId']).doNothing())
    .executeTakeFirstOrThrow()
  return made.numInsertedOrUpdatedRows === 1n
}

export function findRequested(
  db: DbOrTx,
  proposedBy: string,
  requestId: string,
): Promise<AwardRow | undefined> {
  return awards(db).where('proposedBy', '=', proposedBy).where('requestId', '=', requestId).executeTakeFirst()
}

export function findAward(db: DbOrTx, id: string): Promise<AwardRow | undefined> {
  return awards(db).where('pointsAward.id', '=', id).executeTakeFirst()
}

export function lockAward(db: DbOrTx, id: string): Promise<AwardRow | undefined> {
  return awards(db).where('pointsAward.id', '=', id).forUpdate('pointsAward').executeTakeFirst()
}

/** Published awards whose time is over. */
export function lockPublished(db: DbOrTx, now: Date, limit: number): Promise<AwardRow[]> {
  return awards(db)
    .where('status', '=', 'published')
    .where('publishedUntil', '<=', now)
    .orderBy('publishedUntil')
    .limit(limit)
    .forUpdate('pointsAward')
    .skipLocked()
    .execute()
}

interface Page {
  scopes: string[]
  statuses: readonly AwardStatus[]
  before: string[] | undefined
  limit: number
}

/** Awards inside the scopes, newest first; one more than the page holds. */
export function listAwards(db: DbOrTx, { scopes, statuses, before, limit }: Page): Promise<AwardRow[]> {
  const [at = '', id = ''] = before ?? []
  return awards(db)
    .where(inScopes('points_award.area_code', scopes))
    .where('status', 'in', statuses)
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(proposed_at, points_award.id) < (${new Date(at)}, ${id}::uuid)`),
    )
    .orderBy('proposedAt', 'desc')
    .orderBy('pointsAward.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** What is on its way to a household, newest first. */
export function listPending(db: DbOrTx, accountId: string): Promise<AwardRow[]> {
  return awards(db)
    .where('accountId', '=', accountId)
    .where('status', 'in', PENDING_AWARD_STATUSES)
    .orderBy('proposedAt', 'desc')
    .limit(50)
    .execute()
}

/** The same as points that fill the limits already. */
export async function listPendingPoints(db: DbOrTx, accountId: string, since: Date): Promise<Earned[]> {
  return db
    .selectFrom('pointsAward')
    .select(['userId', 'category', 'points', 'proposedAt as earnedAt'])
    .where('accountId', '=', accountId)
    .where('status', 'in', PENDING_AWARD_STATUSES)
    .where('proposedAt', '>=', since)
    .execute()
}

/** The last objection to each award. */
export async function lastObjections(db: DbOrTx, awardIds: string[]): Promise<Map<string, ObjectionRow>> {
  const rows =
    awardIds.length === 0
      ? []
      : await db
          .selectFrom('pointsObjection')
          .selectAll()
          .distinctOn('awardId')
          .where('awardId', 'in', awardIds)
          .orderBy('awardId')
          .orderBy('at', 'desc')
          .execute()
  return new Map(rows.map((row) => [row.awardId, row]))
}

export async function insertObjection(db: DbOrTx, row: NewRow<'pointsObjection'>): Promise<void> {
  await db.insertInto('pointsObjection').values(row).execute()
}

export async function updateObjection(
  db: DbOrTx,
  id: string,
  set: RowUpdate<'pointsObjection'>,
): Promise<void> {
  await db.updateTable('pointsObjection').set(set).where('id', '=', id).execute()
}

/** The grid that a person belongs to now. */
export async function findHome(db: DbOrTx, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('membership')
    .select('areaCode')
    .where('userId', '=', userId)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row?.areaCode
}

/** The version of a setting that is in force. */
export async function versionOf(db: DbOrTx, name: string, now: Date): Promise<number> {
  const { version } = await db
    .selectFrom('setting')
    .select('version')
    .where('name', '=', name)
    .where('validFrom', '<=', now)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow()
  return version
}
