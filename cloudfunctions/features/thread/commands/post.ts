import type { Input } from '~/types/api'
import type { PostView } from '~/types/thread'
import type { Ctx } from '../../../core/context'
import { conflict, notFound } from '../../../core/errors'
import { refuseFlood } from '../../../core/flood'
import { introduceFirst } from '../../me/queries'
import { attachPictures } from '../../picture/queries'
import { openThread, viewPost } from '../opening'
import { maySee, type Reader } from '../policy'
import {
  countPostedSince,
  ensureThread,
  findPost,
  insertPictures,
  insertPost,
  takePlace,
  type PostRow,
} from '../repo'

/** A lively evening stays below it; a machine does not. */
const FLOOD = { hours: 1, most: 60, words: '您说得有点快,歇一会儿再说' }

/** Says something under it. Neighbours read it once the platform has let it pass; who is answered is told. */
export async function postToThread(ctx: Ctx, input: Input<'thread.post'>): Promise<PostView> {
  const { target, words, pictureIds = [], replyTo, name } = input
  const opened = await openThread(ctx, target)
  const { areaCode, canPost, isStaff } = opened.place
  if (!canPost) {
    throw conflict('thread_closed', '这件事已经结束了,不能再留言')
  }
  await introduceFirst(ctx, { name })
  const { id: userId } = ctx.actor.user
  await refuseFlood(ctx, FLOOD, (since) => countPostedSince(ctx.db, userId, since))
  const { kind, id: targetId } = target
  const thread = await ensureThread(ctx.db, { id: ctx.newId(), kind, targetId, areaCode })
  const answered =
    replyTo === undefined ? undefined : await answeredPost(ctx, opened.reader, thread.id, replyTo)
  const post = await insertPost(ctx.db, {
    id: ctx.newId(),
    threadId: thread.id,
    seq: await takePlace(ctx.db, thread.id, 1),
    userId,
    byStaff: isStaff,
    words,
    replyTo: answered?.id ?? null,
    mentions: answered === undefined || answered.userId === userId ? null : answered.userId,
    at: ctx.now,
  })
  ctx.trail = { target: post.id, areaCode }
  await attachPictures(ctx, pictureIds)
  await insertPictures(ctx.db, post.id, pictureIds)
  return viewPost(ctx, opened, post)
}

/** The post of the same thread that is answered. */
async function answeredPost(ctx: Ctx, reader: Reader, threadId: string, id: string): Promise<PostRow> {
  const post = await findPost(ctx.db, id)
  if (post?.threadId !== threadId || !maySee(reader, post) || post.hiddenAt !== null) {
    throw notFound('条留言')
  }
  return post
}
