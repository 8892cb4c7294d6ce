import { areaLevelOf } from '~/types/area'
import type { AbleView } from '~/types/help'
import type { Ctx } from '../../core/context'
import { maskName } from '../../core/masking'
import { areaViews } from '../area/queries'
import type { AbleRow } from './beside'
import { areaNameOf, NOBODY } from './names'
import { countThanked, findPeople } from './repo'

/** What neighbours said that they can do, as others read it; a fixed number of statements. */
export async function viewAbles(ctx: Ctx, rows: AbleRow[]): Promise<AbleView[]> {
  const userIds = rows.map(({ userId }) => userId)
  const codes = rows.map(({ areaCode }) => areaCode)
  const [areas, people, thanks] = await Promise.all([
    areaViews(ctx.db, codes),
    findPeople(ctx.db, userIds),
    countThanked(ctx.db, userIds),
  ])
  return rows.map((able) => {
    const { id, kinds, times, words, userId } = able
    const mine = userId === ctx.actor.user.id
    const level = areaLevelOf(able.reachCode)
    return {
      id,
      by: mine ? '您' : maskName(people.get(userId)?.name ?? '') || NOBODY,
      mine,
      kinds,
      times,
      reach: level === 'village' || level === 'town' ? level : 'grid',
      words,
      areaName: areaNameOf(areas, able.areaCode),
      thankCount: thanks.get(userId) ?? 0,
      at: able.at.toISOString(),
    }
  })
}
