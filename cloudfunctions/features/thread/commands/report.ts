import type { Input } from '~/types/api'
import type { PostView } from '~/types/thread'
import type { Ctx } from '../../../core/context'
import { refuseFlood } from '../../../core/flood'
import { openPost, viewPost } from '../opening'
import { countReportedSince, insertReport } from '../reports'

const FLOOD = { hours: 1, most: 20, words: '您说的工作人员都收到了,请等一等再说' }

/** Tells the staff that a post should not stand there. Once a person and post. */
export async function reportPost(
  ctx: Ctx,
  { id, kind, words = '' }: Input<'thread.report'>,
): Promise<PostView> {
  const { post, ...opened } = await openPost(ctx, id, 'thread.report')
  const { id: userId } = ctx.actor.user
  await refuseFlood(ctx, FLOOD, (since) => countReportedSince(ctx.db, userId, since))
  await insertReport(ctx.db, { id: ctx.newId(), postId: id, userId, kind, words, at: ctx.now })
  return viewPost(ctx, opened, post)
}
