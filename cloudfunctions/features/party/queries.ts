import type { PartyMemberView, PartyPostView } from '~/types/party'
import type { Ctx } from '../../core/context'
import type { DbOrTx } from '../../core/db'
import { areaViews } from '../area/queries'
import { presentMember, presentPost } from './present'
import { findCurrent, listHeld, type ListedPost, type MemberRow } from './repo'
import { dutySetting } from './schema'

export { keeper } from './kept'

/** Shapes of the settings of party members. */
export const settingSchemas = { 'party.duty': dutySetting }

/** Views of registrations in their order. */
export async function viewMembers(ctx: Ctx, rows: MemberRow[]): Promise<PartyMemberView[]> {
  const [areas, held] = await Promise.all([
    areaViews(
      ctx.db,
      rows.map(({ areaCode }) => areaCode),
    ),
    listHeld(
      ctx.db,
      rows.map(({ id }) => id),
    ),
  ])
  return rows.map((row) =>
    presentMember(row, ctx.actor, {
      areaName: areas.get(row.areaCode)?.fullName ?? '',
      posts: held.flatMap(({ memberId, name }) => (memberId === row.id ? [name] : [])),
    }),
  )
}

/** Whether the village has confirmed somebody as a member of a party organisation. */
export async function isConfirmedMember(db: DbOrTx, userId: string): Promise<boolean> {
  return (await findCurrent(db, userId))?.status === 'confirmed'
}

/** Posts as the caller sees them: which are theirs, which they may take. */
export async function viewPosts(ctx: Ctx, posts: ListedPost[]): Promise<PartyPostView[]> {
  const member = await findCurrent(ctx.db, ctx.actor.user.id)
  const held = member === undefined ? [] : await listHeld(ctx.db, [member.id])
  const ids = held.map(({ postId }) => postId)
  return posts.map((post) => presentPost(post, ctx.actor, ids, member?.areaCode === post.areaCode))
}
