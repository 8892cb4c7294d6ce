import type { Input } from '~/types/api'
import { areaCodeAt } from '~/types/area'
import type { PartyMemberView } from '~/types/party'
import type { Ctx } from '../../../core/context'
import { conflict, invalid, notFound } from '../../../core/errors'
import { viewMember } from '../member'
import { findCurrent, findPosts, insertMember, listHeld, takePosts } from '../repo'

/** Registers with the village where the member lives, with at least one post (domain rules 2.4). */
export async function checkIn(
  ctx: Ctx,
  { organisation, postIds }: Input<'party.checkIn'>,
): Promise<PartyMemberView> {
  const { membership, user } = ctx.actor
  if (membership === null) {
    throw conflict('no_grid', '请先选一下您住在哪个网格')
  }
  if (user.name === '') {
    throw invalid({ name: '请先在“我的资料”里填上姓名' })
  }
  const areaCode = areaCodeAt(membership.areaCode, 'village')
  const posts = await findPosts(ctx.db, areaCode, postIds)
  if (posts.length < postIds.length) {
    throw notFound('个岗位')
  }
  if (posts.some(({ shown }) => !shown)) {
    throw invalid({ postIds: '有岗位已经收起来了,请重新选' })
  }
  const id = ctx.newId()
  const row = { id, userId: user.id, areaCode, organisation, status: 'registered' as const }
  const made = await insertMember(ctx.db, {
    ...row,
    registeredAt: ctx.now,
    decidedBy: null,
    decidedAt: null,
  })
  if (made) {
    await takePosts(ctx.db, id, postIds, ctx.now)
  }
  return viewRegistered(ctx, { organisation, postIds, made })
}

async function viewRegistered(
  ctx: Ctx,
  { organisation, postIds, made }: Input<'party.checkIn'> & { made: boolean },
): Promise<PartyMemberView> {
  const member = await findCurrent(ctx.db, ctx.actor.user.id)
  if (member === undefined) {
    throw notFound('个报到')
  }
  ctx.trail = { target: member.id, areaCode: member.areaCode }
  const held = (await listHeld(ctx.db, [member.id])).map(({ postId }) => postId)
  const same = member.organisation === organisation && postIds.every((id) => held.includes(id))
  if (!made && !same) {
    throw conflict('registered_already', '您已经报到过了,要换请先退出原来的')
  }
  return viewMember(ctx, member)
}
