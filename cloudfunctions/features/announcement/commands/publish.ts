import type { Input } from '~/types/api'
import type { AnnouncementView } from '~/types/announcement'
import type { Ctx } from '../../../core/context'
import { conflict, invalid } from '../../../core/errors'
import { viewAnnouncement } from '../queries'
import type { AnnouncementRow } from '../repo'
import { beginSeries } from '../repeats'
import { act, openForAct } from '../step'
import { tellEveryone } from '../telling'

/** The moment it is to go out at, before its end; undefined for at once. INVALID at `at`. */
function startOf(ctx: Ctx, row: AnnouncementRow, at: string | undefined): Date | undefined {
  const startsAt = at === undefined ? ctx.now : new Date(at)
  if (startsAt >= row.expiresAt) {
    throw at === undefined
      ? conflict('expired', '这条通知已经过了截止时间,请重新写一条')
      : invalid({ at: '发出时间要在截止时间以前' })
  }
  return startsAt > ctx.now ? startsAt : undefined
}

/** The tap: every grid of the area is queued by one statement in this transaction, or it goes out by itself later. */
export async function publishAnnouncement(
  ctx: Ctx,
  { id, at }: Input<'announcement.publish'>,
): Promise<AnnouncementView> {
  const { row, grid } = await openForAct(ctx, id, 'announcement.publish')
  if (row.status === 'published' || row.status === 'scheduled') {
    return viewAnnouncement(ctx, { row, grid })
  }
  const startsAt = startOf(ctx, row, at)
  if (startsAt !== undefined) {
    const scheduled = await act(ctx, row, 'announcement.publish', { to: 'scheduled', set: { startsAt } })
    await beginSeries(ctx.db, scheduled, startsAt)
    return viewAnnouncement(ctx, { row: scheduled, grid })
  }
  const set = { publishedAt: ctx.now }
  const published = await act(ctx, row, 'announcement.publish', { to: 'published', set })
  await tellEveryone(ctx, published)
  await beginSeries(ctx.db, published, ctx.now)
  return viewAnnouncement(ctx, { row: published, grid })
}
