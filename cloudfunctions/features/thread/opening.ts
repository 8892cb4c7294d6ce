import type { PostAction, PostView, ThreadTarget } from '~/types/thread'
import type { Ctx } from '../../core/context'
import { conflict, forbidden, notFound } from '../../core/errors'
import { apartFrom } from '../block/queries'
import { pictureViews } from '../picture/queries'
import { OWNERS } from './owners'
import { judge, maySee, type Reader } from './policy'
import { presentPost } from './present'
import type { ThreadPlace } from './queries'
import { findThreadById, listNames, listPictures, listPosts, lockPost, type PostRow } from './repo'
import { listOpenReports } from './reports'

export interface OpenThread {
  place: ThreadPlace
  reader: Reader
}

/** The place of a thread and how the caller stands there; NOT_FOUND when for them there is none. */
export async function openThread(ctx: Ctx, { kind, id }: ThreadTarget): Promise<OpenThread> {
  const [place, apart] = await Promise.all([OWNERS[kind].open(ctx, id), apartFrom(ctx)])
  return { place, reader: { userId: ctx.actor.user.id, isStaff: place.isStaff, apart } }
}

/** Views of those posts that the reader may see, in the order given; a fixed number of statements. */
export async function viewPosts(
  ctx: Ctx,
  { place, reader }: OpenThread,
  rows: PostRow[],
): Promise<PostView[]> {
  const seen = rows.filter((post) => maySee(reader, post))
  const ids = seen.map(({ id }) => id)
  const [answered, links, reports] = await Promise.all([
    listPosts(
      ctx.db,
      seen.flatMap(({ replyTo }) => replyTo ?? []),
    ),
    listPictures(ctx.db, ids),
    reader.isStaff ? listOpenReports(ctx.db, ids) : [],
  ])
  const names = await listNames(ctx.db, [...new Set([...seen, ...answered].map(({ userId }) => userId))])
  const pictureIds = links.map(({ pictureId }) => pictureId)
  const all = await pictureViews(ctx, pictureIds, 'people')
  return seen.map((post) => {
    const mine = post.userId === reader.userId || reader.isStaff
    const pictures = links
      .filter(({ postId }) => postId === post.id)
      .flatMap(({ pictureId }) => all.get(pictureId) ?? [])
      .filter(({ content }) => mine || content === 'passed')
    const openReports = reports.filter(({ postId }) => postId === post.id).length
    const answer = answered.find(({ id }) => id === post.replyTo)
    return presentPost({
      post,
      reader,
      ownerId: place.ownerId,
      names,
      pictures,
      openReports,
      answered: answer,
    })
  })
}

interface OpenPost extends OpenThread {
  post: PostRow
  /** The caller has done it before, and nothing is left to do. */
  repeated: boolean
}

/** A post, locked, for an act of the caller. FORBIDDEN for the wrong person, CONFLICT at the wrong moment. */
export async function openPost(
  ctx: Ctx,
  id: string,
  action: PostAction,
  isRepeated: (post: PostRow) => boolean = () => false,
): Promise<OpenPost> {
  const post = await lockPost(ctx.db, id)
  const thread = post === undefined ? undefined : await findThreadById(ctx.db, post.threadId)
  if (post === undefined || thread === undefined) {
    throw notFound('条留言')
  }
  const opened = await openThread(ctx, { kind: thread.kind, id: thread.targetId })
  if (!maySee(opened.reader, post)) {
    throw notFound('条留言')
  }
  ctx.trail = { target: post.id, areaCode: thread.areaCode }
  const reports = await listOpenReports(ctx.db, [id])
  const { may, now } = judge(action, opened.reader, post, reports.length)
  if (!may) {
    throw forbidden('这条留言不归您处理')
  }
  const repeated = !now && isRepeated(post)
  if (!now && !repeated) {
    throw conflict('post_hidden', '这条留言已经处理过了,请刷新看看')
  }
  return { ...opened, post, repeated }
}

/** The view of one post that the caller may see. */
export async function viewPost(ctx: Ctx, opened: OpenThread, post: PostRow): Promise<PostView> {
  const [view] = await viewPosts(ctx, opened, [post])
  if (view === undefined) {
    throw notFound('条留言')
  }
  return view
}
