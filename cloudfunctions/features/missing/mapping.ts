import type { AreaView } from '~/types/area'
import type { MapPoint, MissingMapView } from '~/types/missing'
import type { Ctx } from '../../core/context'
import { areaViews, distanceKm } from '../area/queries'
import { listToldNear } from '../broadcast/queries'
import type { MissingRow } from './repo'
import { headingOf, reachKm } from './rings'
import { readRingSettings } from './settings'
import type { SightingRow } from './sightings'
import { keyOf, searchOf } from './telling'

/** Grids that a map shows: the nearest, since a phone's screen holds no more. */
const SHOWN = 400

const pointOf = (area: AreaView | undefined): MapPoint | undefined =>
  area === undefined ? undefined : { latitude: area.latitude, longitude: area.longitude }

/** Towards where the last two places point: what the last witness saw, else the way between the two. */
function headingFrom(row: MissingRow, confirmed: SightingRow[], areas: Map<string, AreaView>) {
  const [last, before] = confirmed
  const to = pointOf(areas.get(last?.areaCode ?? ''))
  const from = pointOf(areas.get(before?.areaCode ?? row.areaCode))
  if (last === undefined || from === undefined || to === undefined) {
    return null
  }
  return last.direction ?? headingOf(from, to)
}

/** The map of a search, coarse: the middles of grids, never the place itself. Null while nothing is searched. */
export async function mapOf(
  ctx: Ctx,
  row: MissingRow,
  sightings: SightingRow[],
): Promise<MissingMapView | null> {
  const search = searchOf(row)
  if (search === undefined || row.status !== 'searching') {
    return null
  }
  const { db, now } = ctx
  const confirmed = sightings.filter(({ status, family }) => status === 'confirmed' && family !== false)
  const areas = await areaViews(db, [
    search.centreCode,
    row.areaCode,
    ...confirmed.slice(0, 2).map(({ areaCode }) => areaCode),
  ])
  const centre = pointOf(areas.get(search.centreCode)) ?? search.centre
  const [told, settings] = await Promise.all([
    listToldNear(db, keyOf(row), centre, SHOWN),
    readRingSettings(ctx),
  ])
  const { first, second } = settings.rings
  const reach = reachKm(search, search.centreAt, now, settings)
  const farthest = Math.max(first, ...told.map((point) => distanceKm(centre, point)))
  const circles = [first, second, reach === Infinity ? farthest : reach].filter((km) => km > 0)
  return {
    centre,
    circles: [...new Set(circles.map((km) => Math.round(km * 10) / 10))].sort((a, b) => a - b),
    told,
    heading: headingFrom(row, confirmed, areas),
  }
}
