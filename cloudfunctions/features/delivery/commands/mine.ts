import type { Input, Output } from '~/types/api'
import { scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { areaViews } from '../../area/queries'
import { presentDelivery } from '../present'
import { listWaiting } from '../repo'

/** Cards that wait for the caller to share them, oldest first. */
export async function listMyDeliveries(
  ctx: Ctx,
  input: Input<'delivery.mine'>,
): Promise<Output<'delivery.mine'>> {
  const { limit = PAGE.usual } = input
  const after = decodeCursor(input.cursor, 2)
  const rows = await listWaiting(ctx.db, scopesOf(ctx.actor, 'delivery.share'), after, limit)
  const areas = await areaViews(
    ctx.db,
    rows.map((row) => row.areaCode),
  )
  return toPage(
    rows,
    limit,
    (row) => [row.createdAt.toISOString(), row.id],
    (row) => presentDelivery(row, areas.get(row.areaCode)?.fullName ?? ''),
  )
}
