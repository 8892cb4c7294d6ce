import type { Input } from '~/types/api'
import { areaCodeAt } from '~/types/area'
import type { MissingReachView } from '~/types/missing'
import type { Ctx } from '../../../core/context'
import { forbidden } from '../../../core/errors'
import { areaViews } from '../../area/queries'
import { countShares, countTold, listTold } from '../../broadcast/queries'
import { countsOf } from '../queries'
import { findMissing } from '../repo'
import { listSearchers, listSightings } from '../sightings'
import { requireRelation } from '../step'
import { keyOf } from '../telling'

/** How far the news has got at this moment; for the family and those who lead. Never "sent" as if it were "seen". */
export async function readReach(ctx: Ctx, { id }: Input<'missing.reach'>): Promise<MissingReachView> {
  const { missing, relation } = requireRelation(ctx, await findMissing(ctx.db, id))
  if (relation === 'public') {
    throw forbidden()
  }
  const key = keyOf(missing)
  const [sightings, searchers, told, codes, shares] = await Promise.all([
    listSightings(ctx.db, id),
    listSearchers(ctx.db, id),
    countTold(ctx.db, [key]),
    listTold(ctx.db, key),
    countShares(ctx.db, key),
  ])
  const towns = new Map<string, number>()
  codes.map((code) => areaCodeAt(code, 'town')).forEach((town) => towns.set(town, (towns.get(town) ?? 0) + 1))
  const areas = await areaViews(ctx.db, [...towns.keys()])
  const looking = searchers.filter(({ endedAt }) => endedAt === null).length
  return {
    counts: await countsOf(ctx, missing, sightings, looking),
    pending: told.get(key)?.pending ?? 0,
    ...shares,
    unchecked: sightings.filter(({ status }) => status === 'received').length,
    towns: [...towns]
      .map(([areaCode, count]) => ({ areaCode, areaName: areas.get(areaCode)?.name ?? '', told: count }))
      .sort((a, b) => b.told - a.told),
    now: ctx.now.toISOString(),
  }
}
