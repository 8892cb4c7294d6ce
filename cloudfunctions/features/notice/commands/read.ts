import type { Input } from '~/types/api'
import type { NoticeView } from '~/types/notice'
import type { Ctx } from '../../../core/context'
import { notFound } from '../../../core/errors'
import { presentNotice } from '../present'
import { markRead } from '../repo'

/** The caller has seen it; seen twice is seen once. */
export async function readNotice(ctx: Ctx, { id }: Input<'notice.read'>): Promise<NoticeView> {
  const row = await markRead(ctx.db, id, ctx.actor.user.id, ctx.now)
  if (row === undefined) {
    throw notFound('条消息')
  }
  return presentNotice(row)
}
