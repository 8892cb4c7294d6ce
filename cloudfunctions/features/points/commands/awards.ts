import type { Input, Output } from '~/types/api'
import type { AwardList, AwardStatus } from '~/types/points'
import { scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE } from '../../../core/cursor'
import { forbidden } from '../../../core/errors'
import { listAwards } from '../repo'
import { toAwardPage } from '../queries'

const STATUSES: Record<AwardList, readonly AwardStatus[]> = {
  waiting: ['proposed'],
  published: ['published'],
  objected: ['objected'],
  settled: ['credited', 'refused', 'dropped', 'reversed'],
}

/** Awards of the areas in which the caller proposes or decides, newest first. */
export async function listAreaAwards(
  ctx: Ctx,
  { list, cursor, limit = PAGE.usual }: Input<'points.awards'>,
): Promise<Output<'points.awards'>> {
  const scopes = [
    ...new Set([...scopesOf(ctx.actor, 'points.propose'), ...scopesOf(ctx.actor, 'points.decide')]),
  ]
  if (scopes.length === 0) {
    throw forbidden()
  }
  const before = decodeCursor(cursor, 2)
  return toAwardPage(
    ctx,
    await listAwards(ctx.db, { scopes, statuses: STATUSES[list], before, limit }),
    limit,
  )
}
