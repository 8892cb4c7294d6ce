import type { Input } from '~/types/api'
import type { CivilityView } from '~/types/civility'
import type { Ctx } from '../../../core/context'
import { forbidden, notFound } from '../../../core/errors'
import { isStaff, isVisible } from '../policy'
import { viewReminder } from '../queries'
import { lockReminder } from '../repo'
import { takeBack } from '../retraction'

/** Takes a reminder out of the feed and out of what waits to be shared. */
export async function withdrawReminder(
  ctx: Ctx,
  { id, reason }: Input<'civility.withdraw'>,
): Promise<CivilityView> {
  const row = await lockReminder(ctx.db, id)
  if (row === undefined || !isVisible(ctx.actor, row)) {
    throw notFound('条提醒')
  }
  if (!isStaff(ctx.actor, row.areaCode)) {
    throw forbidden()
  }
  ctx.trail = { target: id, areaCode: row.areaCode, reason }
  if (row.status === 'withdrawn') {
    return viewReminder(ctx, row)
  }
  return viewReminder(ctx, await takeBack(ctx, row, reason))
}
