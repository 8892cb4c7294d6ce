import type { AwardView } from '~/types/points'
import type { Ctx } from '../../core/context'
import { toPage } from '../../core/cursor'
import { areaViews } from '../area/queries'
import { householdOf } from './ledger'
import { presentAward } from './present'
import { lastObjections, type AwardRow } from './repo'
import { limitsSetting, rulesSetting } from './terms'

export { keeper } from './kept'

/** Shapes of the settings of points. */
export const settingSchemas = { 'points.rules': rulesSetting, 'points.limits': limitsSetting }

/** Views of awards as the caller may see them, in their order. */
export async function viewAwards(ctx: Ctx, awards: AwardRow[]): Promise<AwardView[]> {
  const [areas, objections, householdId] = await Promise.all([
    areaViews(
      ctx.db,
      awards.map(({ areaCode }) => areaCode),
    ),
    lastObjections(
      ctx.db,
      awards.map(({ id }) => id),
    ),
    householdOf(ctx.db, ctx.actor.user.id),
  ])
  const asker = { actor: ctx.actor, householdId, now: ctx.now }
  return awards.map((award) =>
    presentAward(award, asker, areas.get(award.areaCode)?.fullName ?? '', objections.get(award.id)),
  )
}

/** One page of awards for a list that is sorted by when they were proposed. */
export async function toAwardPage(ctx: Ctx, rows: AwardRow[], limit: number) {
  const views = new Map((await viewAwards(ctx, rows.slice(0, limit))).map((view) => [view.id, view]))
  const page = toPage(
    rows,
    limit,
    (row) => [row.proposedAt.toISOString(), row.id],
    (row) => views.get(row.id),
  )
  return { ...page, items: page.items.filter((view) => view !== undefined) }
}
