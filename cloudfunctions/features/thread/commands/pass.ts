import type { Input } from '~/types/api'
import type { PostView } from '~/types/thread'
import type { Ctx } from '../../../core/context'
import { passHeld } from '../../picture/queries'
import { tellAnswered } from '../check'
import { openPost, viewPost } from '../opening'
import { closeReports } from '../reports'
import { listPictures, takePlace, updatePost } from '../repo'

/** Staff has looked: what the platform held back or somebody reported may stand, with a reason that stays. */
export async function passPost(ctx: Ctx, { id, words }: Input<'thread.pass'>): Promise<PostView> {
  const { id: userId } = ctx.actor.user
  const { post, repeated, ...opened } = await openPost(
    ctx,
    id,
    'thread.pass',
    ({ passedBy }) => passedBy === userId,
  )
  if (repeated) {
    return viewPost(ctx, opened, post)
  }
  ctx.trail.reason = words
  await closeReports(ctx.db, id, { handledBy: userId, handledAt: ctx.now, outcome: words })
  const pictures = await listPictures(ctx.db, [id])
  await passHeld(
    ctx.db,
    pictures.map(({ pictureId }) => pictureId),
  )
  const passed = await updatePost(ctx.db, id, {
    ...{ content: 'passed', passedBy: userId },
    seq: await takePlace(ctx.db, post.threadId, 0),
  })
  await tellAnswered(ctx, passed)
  return viewPost(ctx, opened, passed)
}
