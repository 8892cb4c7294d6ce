import type { Input } from '~/types/api'
import type { AnnouncementView } from '~/types/announcement'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden } from '../../../core/errors'
import { manages } from '../policy'
import { requireStanding, viewAnnouncement } from '../queries'
import { endSeries, findSeries, firstOf } from '../repeats'
import { findAnnouncement } from '../repo'

/** Ends a series from any of its announcements; what was sent stays. */
export async function stopAnnouncement(
  ctx: Ctx,
  { id }: Input<'announcement.stop'>,
): Promise<AnnouncementView> {
  const { row, grid } = await requireStanding(ctx, await findAnnouncement(ctx.db, id))
  ctx.trail = { target: firstOf(row), areaCode: row.areaCode }
  if (!manages(ctx.actor, row)) {
    throw forbidden()
  }
  if ((await findSeries(ctx.db, row)) === undefined) {
    throw conflict('not_repeated', '这条通知只发一次,没有要停的')
  }
  await endSeries(ctx, row)
  return viewAnnouncement(ctx, { row, grid })
}
