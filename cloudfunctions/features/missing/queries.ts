import type { MissingCounts, MissingRelation, MissingRowView, MissingView } from '~/types/missing'
import type { Ctx } from '../../core/context'
import { areaViews } from '../area/queries'
import { countTold } from '../broadcast/queries'
import { mayShow, pictureViews } from '../picture/queries'
import { departmentNames } from '../whistle/queries'
import { mapOf } from './mapping'
import { relationTo } from './policy'
import { presentMissing } from './present'
import { presentRow } from './present-row'
import { presentSearching, presentSightings } from './present-sightings'
import { findDutyPhone, listSteps, type MissingRow } from './repo'
import { countOpenings, listSearchers, listSightings, type SightingRow } from './sightings'
import { requireRelation } from './step'
import { keyOf } from './telling'
import { isOpen } from './workflow'

export { keeper } from './kept'

export { settingSchemas } from './settings'
export { listWitnesses } from './sightings'

const readerOf = (relation: MissingRelation | undefined) =>
  relation === 'own' || relation === 'staff' ? 'people' : 'neighbour'

/** How far it has got, as everybody may know. */
export async function countsOf(
  { db }: Ctx,
  row: MissingRow,
  sightings: SightingRow[],
  searchers: number,
): Promise<MissingCounts> {
  const [told, opened] = await Promise.all([countTold(db, [keyOf(row)]), countOpenings(db, row.id)])
  const confirmed = sightings.filter(({ status }) => status === 'confirmed').length
  return { told: told.get(keyOf(row))?.told ?? 0, opened, sightings: confirmed, searchers }
}

/** The whole case as the caller may see it. */
export async function viewMissing(ctx: Ctx, found: MissingRow | undefined): Promise<MissingView> {
  const { missing, relation } = requireRelation(ctx, found)
  const { db, actor, now } = ctx
  const [sightings, searchers, steps, dutyPhone, departments] = await Promise.all([
    listSightings(db, missing.id),
    listSearchers(db, missing.id),
    relation === 'public' ? [] : listSteps(db, missing.id),
    findDutyPhone(db, missing.areaCode),
    departmentNames(db),
  ])
  const pictureIds = [missing.pictureId, ...sightings.map(({ pictureId }) => pictureId)]
  const [areas, pictures, counts, map] = await Promise.all([
    areaViews(db, [
      missing.areaCode,
      ...sightings.map(({ areaCode }) => areaCode),
      ...searchers.map(({ areaCode }) => areaCode),
    ]),
    pictureViews(
      ctx,
      pictureIds.filter((id) => id !== null),
      readerOf(relation),
    ),
    countsOf(ctx, missing, sightings, searchers.filter(({ endedAt }) => endedAt === null).length),
    mapOf(ctx, missing, sightings),
  ])
  const open = isOpen(missing)
  return presentMissing({
    ...{ missing, relation, actor, now, areas, departments, counts, map, steps, dutyPhone },
    picture: pictures.get(missing.pictureId ?? ''),
    sightings: presentSightings(sightings, { relation, areas, pictures, open }),
    searching: presentSearching(searchers, areas, { userId: actor.user.id, relation }),
  })
}

/** Lines of a list; a fixed number of statements however long it is. */
export async function viewMissingRows(ctx: Ctx, rows: MissingRow[]): Promise<Map<string, MissingRowView>> {
  const [areas, pictures] = await Promise.all([
    areaViews(
      ctx.db,
      rows.map(({ areaCode }) => areaCode),
    ),
    pictureViews(
      ctx,
      rows.flatMap(({ pictureId }) => pictureId ?? []),
      'people',
    ),
  ])
  return new Map(
    rows.map((row) => {
      const picture = pictures.get(row.pictureId ?? '')
      const reader = readerOf(relationTo(ctx.actor, row))
      const shown = picture !== undefined && mayShow(picture, reader) ? picture : undefined
      return [row.id, presentRow(row, areas, shown)]
    }),
  )
}
