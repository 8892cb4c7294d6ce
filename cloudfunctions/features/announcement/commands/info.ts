import type { Input } from '~/types/api'
import type { AnnouncementView } from '~/types/announcement'
import type { Ctx } from '../../../core/context'
import { requireStanding, viewAnnouncement } from '../queries'
import { findAnnouncement, noteOpening } from '../repo'

/** One announcement. The first opening of somebody it is meant for is written down. */
export async function readAnnouncement(
  ctx: Ctx,
  { id }: Input<'announcement.info'>,
): Promise<AnnouncementView> {
  const { row, grid } = await requireStanding(ctx, await findAnnouncement(ctx.db, id))
  if (row.status === 'published' && grid !== undefined) {
    await noteOpening(ctx.db, row, { userId: ctx.actor.user.id, areaCode: grid }, ctx.now)
  }
  return viewAnnouncement(ctx, { row, grid })
}
