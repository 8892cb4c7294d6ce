import type { Input } from '~/types/api'
import type { AnnouncementView } from '~/types/announcement'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden } from '../../../core/errors'
import { can } from '../../../core/actor'
import { requireStanding, viewAnnouncement } from '../queries'
import { lockAnnouncement } from '../repo'
import { act } from '../step'

/** The second person says that it may go out, or why not. Nobody says so of what they wrote. */
export async function approveAnnouncement(
  ctx: Ctx,
  { id, approved, reason = '' }: Input<'announcement.approve'>,
): Promise<AnnouncementView> {
  const { row, grid } = await requireStanding(ctx, await lockAnnouncement(ctx.db, id))
  ctx.trail = { target: id, areaCode: row.areaCode, reason }
  if (!can(ctx.actor, 'announcement.approve', row.areaCode)) {
    throw forbidden()
  }
  if (row.createdBy === ctx.actor.user.id) {
    throw conflict('own', '自己写的通知,要请另一位同事来看')
  }
  const to = approved ? 'ready' : 'declined'
  if (row.status === to && row.decidedBy === ctx.actor.user.id) {
    return viewAnnouncement(ctx, { row, grid })
  }
  const set = { decidedBy: ctx.actor.user.id, reason: approved ? '' : reason }
  const decided = await act(ctx, row, 'announcement.approve', { to, set })
  return viewAnnouncement(ctx, { row: decided, grid })
}
