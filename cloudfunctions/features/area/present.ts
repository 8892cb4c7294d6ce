import { AREA_CODE_LENGTH, type AreaView } from '~/types/area'
import type { AreaRow } from './repo'

const EARTH_RADIUS_KM = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in kilometres (haversine). */
export function distanceKm(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const dLat = radians(b.latitude - a.latitude)
  const dLon = radians(b.longitude - a.longitude)
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h))
}

/** `names` must hold the names of the areas above. The district is left out of the full name: everybody is in it. */
export function presentArea(
  row: AreaRow,
  names: Map<string, string>,
  point?: { latitude: number; longitude: number },
): AreaView {
  const above = [AREA_CODE_LENGTH.town, AREA_CODE_LENGTH.village]
    .filter((length) => length < row.code.length)
    .map((length) => names.get(row.code.slice(0, length)) ?? '')
  const { code, level, name, latitude, longitude } = row
  const view: AreaView = { code, level, name, fullName: [...above, name].join(' · '), latitude, longitude }
  return point === undefined ? view : { ...view, distanceKm: Math.round(distanceKm(point, row) * 10) / 10 }
}
