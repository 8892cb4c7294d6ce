import { sql } from 'kysely'
import { CURRENT_PARTY_STATUSES, type PartyStatus } from '~/types/party'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'

export type PostRow = Row<'partyPost'>
/** A registration with the member's name. */
export type MemberRow = Row<'partyMember'> & { name: string }

function members(db: DbOrTx) {
  return db
    .selectFrom('partyMember')
    .innerJoin('appUser', 'appUser.id', 'partyMember.userId')
    .selectAll('partyMember')
    .select('appUser.name')
}

/** The registration of a person that stands now. */
export function findCurrent(db: DbOrTx, userId: string): Promise<MemberRow | undefined> {
  return members(db)
    .where('userId', '=', userId)
    .where('status', 'in', CURRENT_PARTY_STATUSES)
    .executeTakeFirst()
}

/** The last registration of a person, whatever became of it. */
export function findLast(db: DbOrTx, userId: string): Promise<MemberRow | undefined> {
  return members(db).where('userId', '=', userId).orderBy('registeredAt', 'desc').limit(1).executeTakeFirst()
}

export function lockMember(db: DbOrTx, id: string): Promise<MemberRow | undefined> {
  return members(db).where('partyMember.id', '=', id).forUpdate('partyMember').executeTakeFirst()
}

export function findMember(db: DbOrTx, id: string): Promise<MemberRow | undefined> {
  return members(db).where('partyMember.id', '=', id).executeTakeFirst()
}

/** False when the person stands registered already. */
export async function insertMember(db: DbOrTx, row: NewRow<'partyMember'>): Promise<boolean> {
  const made = await db
    .insertInto('partyMember')
    .values(row)
    .onConflict((oc) => oc.column('userId').where('status', 'in', CURRENT_PARTY_STATUSES).doNothing())
    .executeTakeFirstOrThrow()
  return made.numInsertedOrUpdatedRows === 1n
}

interface Page {
  scopes: string[]
  status: PartyStatus | undefined
  before: string[] | undefined
  limit: number
}

/** Registrations inside the scopes, newest first; one more than the page holds. */
export function listMembers(db: DbOrTx, { scopes, status, before, limit }: Page): Promise<MemberRow[]> {
  const [at = '', id = ''] = before ?? []
  return members(db)
    .where(inScopes('party_member.area_code', scopes))
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'registered'))
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(registered_at, party_member.id) < (${new Date(at)}, ${id}::uuid)`),
    )
    .orderBy('registeredAt', 'desc')
    .orderBy('partyMember.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Names of the posts that members hold. */
export async function listHeld(db: DbOrTx, memberIds: string[]) {
  return memberIds.length === 0
    ? []
    : db
        .selectFrom('partyDuty')
        .innerJoin('partyPost', 'partyPost.id', 'partyDuty.postId')
        .select(['partyDuty.memberId', 'partyDuty.postId', 'partyPost.name'])
        .where('partyDuty.memberId', 'in', memberIds)
        .orderBy('partyDuty.takenAt')
        .execute()
}

/** A village has some dozens of posts. */
const POSTS_MOST = 100

function posts(db: DbOrTx) {
  return db
    .selectFrom('partyPost')
    .selectAll('partyPost')
    .select(({ selectFrom }) =>
      selectFrom('partyDuty')
        .innerJoin('partyMember', 'partyMember.id', 'partyDuty.memberId')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('partyDuty.postId', '=', 'partyPost.id')
        .where('partyMember.status', 'in', CURRENT_PARTY_STATUSES)
        .as('holders'),
    )
}

/** Posts of some villages with how many hold each. */
export function listPosts(db: DbOrTx, villages: string[]) {
  return posts(db)
    .where('areaCode', 'in', villages.length === 0 ? [''] : villages)
    .orderBy('name')
    .limit(POSTS_MOST)
    .execute()
}

/** Some posts, as far as they belong to the village. */
export function findPosts(db: DbOrTx, areaCode: string, ids: string[]) {
  return posts(db).where('areaCode', '=', areaCode).where('partyPost.id', 'in', ids).execute()
}
export type ListedPost = Awaited<ReturnType<typeof listPosts>>[number]

export function findPost(db: DbOrTx, id: string): Promise<PostRow | undefined> {
  return db.selectFrom('partyPost').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Undefined when the village has a post of that name already. */
export function insertPost(db: DbOrTx, row: NewRow<'partyPost'>): Promise<PostRow | undefined> {
  return db
    .insertInto('partyPost')
    .values(row)
    .onConflict((oc) => oc.columns(['areaCode', 'name']).doNothing())
    .returningAll()
    .executeTakeFirst()
}

export async function findNamed(db: DbOrTx, areaCode: string, name: string): Promise<PostRow | undefined> {
  return db
    .selectFrom('partyPost')
    .selectAll()
    .where('areaCode', '=', areaCode)
    .where('name', '=', name)
    .executeTakeFirst()
}

export function updatePost(db: DbOrTx, id: string, set: Partial<PostRow>): Promise<PostRow> {
  return db.updateTable('partyPost').set(set).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

export async function takePosts(
  db: DbOrTx,
  memberId: string,
  postIds: string[],
  takenAt: Date,
): Promise<void> {
  await db
    .insertInto('partyDuty')
    .values(postIds.map((postId) => ({ memberId, postId, takenAt })))
    .onConflict((oc) => oc.doNothing())
    .execute()
}

export async function leavePost(db: DbOrTx, memberId: string, postId: string): Promise<void> {
  await db.deleteFrom('partyDuty').where('memberId', '=', memberId).where('postId', '=', postId).execute()
}

export async function setPartyMember(db: DbOrTx, userId: string, partyMember: boolean): Promise<void> {
  await db.updateTable('appUser').set({ partyMember }).where('id', '=', userId).execute()
}
