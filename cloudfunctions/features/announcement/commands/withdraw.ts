import type { Input } from '~/types/api'
import type { AnnouncementView } from '~/types/announcement'
import type { Ctx } from '../../../core/context'
import { viewAnnouncement } from '../queries'
import { takeBack } from '../retraction'
import { openForAct } from '../step'

/** Takes it back: nobody more is told from this moment, and exactly those who were told hear that it is withdrawn. */
export async function withdrawAnnouncement(
  ctx: Ctx,
  { id, reason }: Input<'announcement.withdraw'>,
): Promise<AnnouncementView> {
  const { row, grid } = await openForAct(ctx, id, 'announcement.withdraw')
  ctx.trail = { ...ctx.trail, reason }
  if (row.status === 'withdrawn') {
    return viewAnnouncement(ctx, { row, grid })
  }
  return viewAnnouncement(ctx, { row: await takeBack(ctx, row, reason), grid })
}
