import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { presentNotice } from '../present'
import { countUnread, listNotices } from '../repo'

/** What the caller was told, and how much of it is new. */
export async function listOwnNotices(ctx: Ctx, input: Input<'notice.list'>): Promise<Output<'notice.list'>> {
  const { limit = PAGE.usual, unread = false } = input
  const userId = ctx.actor.user.id
  const before = decodeCursor(input.cursor, 2)
  const [rows, count] = await Promise.all([
    listNotices(ctx.db, { userId, unread, before, limit }),
    countUnread(ctx.db, userId),
  ])
  const page = toPage(rows, limit, (row) => [row.at.toISOString(), row.id], presentNotice)
  return { ...page, unread: count }
}
