import type { Input } from '~/types/api'
import type { PostView } from '~/types/thread'
import type { Ctx } from '../../../core/context'
import { invalid } from '../../../core/errors'
import { hide } from '../hiding'
import { openPost, viewPost } from '../opening'

/** Staff hides a post with a reason, which closes its reports; or somebody takes back their own. Nothing is deleted. */
export async function hidePost(ctx: Ctx, { id, words = '' }: Input<'thread.hide'>): Promise<PostView> {
  const { id: userId } = ctx.actor.user
  const { post, repeated, ...opened } = await openPost(
    ctx,
    id,
    'thread.hide',
    ({ hiddenBy }) => hiddenBy === userId,
  )
  if (repeated) {
    return viewPost(ctx, opened, post)
  }
  if (words === '' && post.userId !== userId) {
    throw invalid({ words: '请写一下为什么不让大家看' })
  }
  return viewPost(ctx, opened, await hide(ctx, post, { by: userId, words }))
}
