import type { Input } from '~/types/api'
import type { MissingView } from '~/types/missing'
import type { Ctx } from '../../../core/context'
import { invalid } from '../../../core/errors'
import { areaViews } from '../../area/queries'
import { listTold } from '../../broadcast/queries'
import { viewMissing } from '../queries'
import type { MissingRow } from '../repo'
import { leastSearched } from '../rings'
import { endSearcher, listSearchers, putSearcher } from '../sightings'
import { openAside } from '../step'
import { keyOf } from '../telling'

/** Of the grids that were told, so many of the nearest are given out. */
const NEAREST = 40

/** 我去这边找: where the caller wants to look, else where the fewest look; looking elsewhere later moves them. */
export async function searchForMissing(ctx: Ctx, input: Input<'missing.search'>): Promise<MissingView> {
  const { missing } = await openAside(ctx, input.id, 'missing.search', () => true)
  const userId = ctx.actor.user.id
  if (input.done === true) {
    await endSearcher(ctx.db, missing.id, userId, ctx.now)
    return viewMissing(ctx, missing)
  }
  const areaCode = input.areaCode ?? (await givenOut(ctx, missing, userId))
  if (!(await areaViews(ctx.db, [areaCode])).has(areaCode)) {
    throw invalid({ areaCode: '没有这个网格,请重新选' })
  }
  const row = { missingId: missing.id, userId, areaCode, street: input.street ?? '', at: ctx.now }
  await putSearcher(ctx.db, row)
  return viewMissing(ctx, missing)
}

/** Where the caller looks already, else the nearest grid with the fewest people. */
async function givenOut(ctx: Ctx, missing: MissingRow, userId: string): Promise<string> {
  const [told, searchers] = await Promise.all([
    listTold(ctx.db, keyOf(missing)),
    listSearchers(ctx.db, missing.id),
  ])
  const looking = searchers.filter(({ endedAt }) => endedAt === null)
  const mine = looking.find((searcher) => searcher.userId === userId)
  const counts = new Map<string, number>()
  looking.forEach(({ areaCode }) => counts.set(areaCode, (counts.get(areaCode) ?? 0) + 1))
  return mine?.areaCode ?? leastSearched(told.slice(0, NEAREST), counts) ?? missing.areaCode
}
