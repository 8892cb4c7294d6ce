import type { Input } from '~/types/api'
import { PARTY_LIMITS, type PartyPostView } from '~/types/party'
import type { Ctx } from '../../../core/context'
import { AppError, conflict, notFound } from '../../../core/errors'
import { viewPosts } from '../queries'
import { findCurrent, findPosts, leavePost, listHeld, lockMember, takePosts } from '../repo'

/** Takes a post of the village, or gives one up; one at least stays. */
export async function takePost(ctx: Ctx, { postId, taken }: Input<'party.takePost'>): Promise<PartyPostView> {
  const current = await findCurrent(ctx.db, ctx.actor.user.id)
  const member = current && (await lockMember(ctx.db, current.id))
  const [post] = member === undefined ? [] : await findPosts(ctx.db, member.areaCode, [postId])
  if (member === undefined || post === undefined) {
    throw notFound('个岗位')
  }
  ctx.trail = { target: postId, areaCode: member.areaCode }
  const held = (await listHeld(ctx.db, [member.id])).map((one) => one.postId)
  if (taken && !held.includes(postId)) {
    if (!post.shown) {
      throw notFound('个岗位')
    }
    if (held.length >= PARTY_LIMITS.posts) {
      const userMessage = `最多认领${PARTY_LIMITS.posts}个岗位,先退出一个再认领`
      throw new AppError('LIMIT_REACHED', { userMessage })
    }
    await takePosts(ctx.db, member.id, [postId], ctx.now)
  }
  if (!taken && held.includes(postId)) {
    if (held.length === 1) {
      throw conflict('last_post', '至少要留一个岗位,先认领别的再退出这个')
    }
    await leavePost(ctx.db, member.id, postId)
  }
  return viewChanged(ctx, member.areaCode, postId)
}

async function viewChanged(ctx: Ctx, areaCode: string, postId: string): Promise<PartyPostView> {
  const [view] = await viewPosts(ctx, await findPosts(ctx.db, areaCode, [postId]))
  if (view === undefined) {
    throw notFound('个岗位')
  }
  return view
}
