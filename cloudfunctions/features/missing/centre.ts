import type { Ctx } from '../../core/context'
import { areaViews } from '../area/queries'
import { setColumns, type MissingRow } from './repo'
import { centreOf } from './rings'
import { readRingSettings } from './settings'
import { listSightings } from './sightings'
import { spread } from './telling'

/**
 * Draws the rings from where the person was last, by the last place and all sightings that hold, and tells at once
 * whoever lies near. The case must be locked.
 */
export async function recentre(ctx: Ctx, row: MissingRow): Promise<MissingRow> {
  const { latitude, longitude, lastSeenAt, centreAt } = row
  if (row.status !== 'searching' || latitude === null || longitude === null || lastSeenAt === null) {
    return row
  }
  const holding = (await listSightings(ctx.db, row.id)).filter(
    ({ status, family }) => status === 'confirmed' && family !== false,
  )
  const areas = await areaViews(
    ctx.db,
    holding.map(({ areaCode }) => areaCode),
  )
  const seen = holding.map((sighting) => {
    const area = areas.get(sighting.areaCode)
    return {
      code: sighting.areaCode,
      at: sighting.seenAt,
      latitude: sighting.latitude ?? area?.latitude ?? latitude,
      longitude: sighting.longitude ?? area?.longitude ?? longitude,
    }
  })
  const origin = { code: row.areaCode, at: lastSeenAt, latitude, longitude }
  const { rings } = await readRingSettings(ctx)
  const centre = centreOf(origin, seen, rings.moved)
  if (centre.code === row.centreCode && centre.at.getTime() === centreAt?.getTime()) {
    return row
  }
  const moved = await setColumns(ctx.db, row.id, {
    centreCode: centre.code,
    centreLatitude: centre.latitude,
    centreLongitude: centre.longitude,
    centreAt: centre.at,
  })
  return spread(ctx, moved)
}
