import type { Input, Output } from '~/types/api'
import { areaCodeAt } from '~/types/area'
import { publicGridsOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE } from '../../../core/cursor'
import { listAwards } from '../repo'
import { toAwardPage } from '../queries'

/** What the caller's village may look at and object to, newest first, with masked names. */
export async function listPublished(
  ctx: Ctx,
  { cursor, limit = PAGE.usual }: Input<'points.published'>,
): Promise<Output<'points.published'>> {
  const before = decodeCursor(cursor, 2)
  const scopes = [...new Set(publicGridsOf(ctx.actor).map((grid) => areaCodeAt(grid, 'village')))]
  const rows = await listAwards(ctx.db, { scopes, statuses: ['published', 'objected'], before, limit })
  return toAwardPage(ctx, rows, limit)
}
