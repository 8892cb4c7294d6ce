import type { Input } from '~/types/api'
import type { CivilityView } from '~/types/civility'
import type { Ctx } from '../../../core/context'
import { forbidden, notFound } from '../../../core/errors'
import { move } from '../../../core/workflow'
import { untellGrid } from '../../feed/queries'
import { isStaff, isVisible } from '../policy'
import { REMINDED, viewReminder } from '../queries'
import { lockReminder } from '../repo'
import { civilityWorkflow } from '../workflow'

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
  const step = { table: 'civilityReminder', workflow: civilityWorkflow, action: 'civility.withdraw' } as const
  const next = await move(ctx, { ...step, row, set: { reason } })
  await untellGrid(ctx.db, `${REMINDED}:${id}`)
  return viewReminder(ctx, next)
}
