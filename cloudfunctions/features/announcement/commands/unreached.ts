import type { Input, Output } from '~/types/api'
import { isWithin } from '~/types/area'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { forbidden, notFound } from '../../../core/errors'
import { listUnreached } from '../audience'
import { partsOf } from '../policy'
import { requireStanding } from '../queries'
import { findAnnouncement } from '../repo'

/** Who has not been reached in one grid, for a call or a knock; with whole names, for those who look after the grid. */
export async function listUnreachedOf(
  ctx: Ctx,
  { id, areaCode, cursor, limit = PAGE.usual }: Input<'announcement.unreached'>,
): Promise<Output<'announcement.unreached'>> {
  const { row } = await requireStanding(ctx, await findAnnouncement(ctx.db, id))
  const parts = partsOf(ctx.actor, row)
  if (parts.length === 0) {
    throw forbidden()
  }
  if (!parts.some((part) => isWithin(areaCode, part))) {
    throw notFound('个网格')
  }
  const after = decodeCursor(cursor, 3)
  const rows = await listUnreached(ctx.db, row, { grid: areaCode, after, limit, now: ctx.now })
  return toPage(
    rows,
    limit,
    ({ kind, door, id: key }) => [kind, door, key],
    ({ id: key, kind, door, name }) => ({ id: key, kind, door, name: name === '' ? '没有留姓名' : name }),
  )
}
