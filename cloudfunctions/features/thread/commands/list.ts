import type { Input } from '~/types/api'
import type { ThreadPage } from '~/types/thread'
import type { Ctx } from '../../../core/context'
import { decodeCursor, encodeCursor, PAGE } from '../../../core/cursor'
import { openThread, viewPosts, type OpenThread } from '../opening'
import { findThread, listChanged, listNewest, type ThreadRow } from '../repo'

type ListInput = Input<'thread.list'>

/** The newest posts of a thread; with `since`, only what has changed after it: one index look-up when nothing has. */
export async function listThread(ctx: Ctx, input: ListInput): Promise<ThreadPage> {
  const opened = await openThread(ctx, input.target)
  // Read before the posts: what is added in between comes again with the next question instead of being missed.
  const thread = await findThread(ctx.db, input.target.kind, input.target.id)
  const { canPost } = opened.place
  if (thread === undefined) {
    return { items: [], cursor: '0', more: false, canPost }
  }
  const page =
    input.since === undefined
      ? await newest(ctx, opened, thread, input)
      : await changed(ctx, opened, thread, Number(input.since), input.limit ?? PAGE.most)
  return { ...page, canPost }
}

async function changed(
  ctx: Ctx,
  opened: OpenThread,
  { id, last }: ThreadRow,
  since: number,
  limit: number,
): Promise<Omit<ThreadPage, 'canPost'>> {
  if (since >= last) {
    return { items: [], cursor: String(since), more: false }
  }
  const rows = await listChanged(ctx.db, id, since, limit)
  const page = rows.slice(0, limit)
  const more = rows.length > limit
  const cursor = more ? (page.at(-1)?.seq ?? since) : Math.max(last, page.at(-1)?.seq ?? since)
  return { items: await viewPosts(ctx, opened, page), cursor: String(cursor), more }
}

async function newest(
  ctx: Ctx,
  opened: OpenThread,
  { id, last }: ThreadRow,
  { before, limit = PAGE.usual }: ListInput,
): Promise<Omit<ThreadPage, 'canPost'>> {
  const rows = await listNewest(ctx.db, id, decodeCursor(before, 2), limit)
  const page = rows.slice(0, limit)
  const oldest = page.at(-1)
  const items = (await viewPosts(ctx, opened, page)).reverse()
  return {
    items,
    cursor: String(last),
    more: false,
    ...(rows.length > limit &&
      oldest !== undefined && { older: encodeCursor([oldest.at.toISOString(), oldest.id]) }),
  }
}
