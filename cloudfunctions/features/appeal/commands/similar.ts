import type { Input, Output } from '~/types/api'
import { areaCodeAt } from '~/types/area'
import type { Ctx } from '../../../core/context'
import { areaViews } from '../../area/queries'
import { areaNameOf } from '../names'
import { relationTo } from '../policy'
import { listOpenNear } from '../lists'
import { countJoins } from '../rounds'
import { likeness } from '../likeness'
import { titleOf } from '../../../core/title'

/** Below this two texts are not about the same; found by trying pairs of demonstration appeals. */
const LEAST = 0.18
const MOST = 5
/** Open appeals of a village that are compared, newest first. */
const COMPARED = 300

/** Open appeals of the village that say much the same and that the caller may see: "我也一样" instead of a second one. */
export async function findSimilar(
  ctx: Ctx,
  { text, areaCode }: Input<'appeal.similar'>,
): Promise<Output<'appeal.similar'>> {
  const place = areaCode ?? ctx.actor.membership?.areaCode ?? ctx.actor.groupAreaCode
  if (place === undefined) {
    return { items: [] }
  }
  const near = await listOpenNear(ctx.db, areaCodeAt(place, 'village'), COMPARED)
  const alike = near
    .map((row) => ({ row, likeness: likeness(text, row.text) + (row.areaCode === place ? 0.02 : 0) }))
    .filter(({ row, likeness: share }) => share >= LEAST && relationTo(ctx.actor, row) !== undefined)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
  const [areas, joins] = await Promise.all([
    areaViews(
      ctx.db,
      alike.map(({ row }) => row.areaCode),
    ),
    countJoins(
      ctx.db,
      alike.map(({ row }) => row.id),
      ctx.actor.user.id,
    ),
  ])
  return {
    items: alike.map(({ row, likeness: share }) => ({
      id: row.id,
      title: titleOf(row.text),
      status: row.status,
      areaName: areaNameOf(areas, row.areaCode),
      submittedAt: row.submittedAt.toISOString(),
      joinCount: joins.get(row.id)?.count ?? 0,
      likeness: Math.min(1, share),
      joined: joins.get(row.id)?.joined ?? false,
    })),
  }
}
