import type { Input } from '~/types/api'
import { ANNOUNCEMENT_LIMITS, type AnnouncementView } from '~/types/announcement'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden } from '../../../core/errors'
import { emit } from '../../../core/outbox'
import { REMINDED } from '../deliver'
import { manages } from '../policy'
import { requireStanding, viewAnnouncement } from '../queries'
import { lockAnnouncement, setColumns } from '../repo'

/** Within an hour it is the same reminder. */
const AGAIN_MS = 3_600_000

/** Tells again whom it has not reached, and only them; three times at most. */
export async function remindAnnouncement(
  ctx: Ctx,
  { id }: Input<'announcement.remind'>,
): Promise<AnnouncementView> {
  const { row, grid } = await requireStanding(ctx, await lockAnnouncement(ctx.db, id))
  ctx.trail = { target: id, areaCode: row.areaCode }
  if (!manages(ctx.actor, row)) {
    throw forbidden()
  }
  if (row.status !== 'published') {
    throw conflict('wrong_status', '这条通知没有在发,不用提醒')
  }
  const { reminders, remindedAt } = row
  if (remindedAt !== null && ctx.now.getTime() - remindedAt.getTime() < AGAIN_MS) {
    return viewAnnouncement(ctx, { row, grid })
  }
  if (reminders >= ANNOUNCEMENT_LIMITS.reminders) {
    throw conflict('reminded_enough', '已经提醒过三次了,没看到的请打电话或上门')
  }
  const reminded = await setColumns(ctx.db, id, { reminders: reminders + 1, remindedAt: ctx.now })
  const number = String(reminders + 1)
  await emit(ctx, REMINDED, { id, number }, `${REMINDED}:${id}:${number}`)
  return viewAnnouncement(ctx, { row: reminded, grid })
}
