import { areaCodeAt } from '~/types/area'
import {
  DIRECTIONS,
  RINGS,
  type Direction,
  type MapPoint,
  type Pace,
  type Ring,
  type Travel,
  type Weather,
} from '~/types/missing'
import { distanceKm } from '../area/queries'
import type { RingSettings } from './settings'

/**
 * Where could this person be by now, and whom is it told? Pure: every number comes from the settings.
 * Source: domain rules 4.2. A grid is told when it touches the disc of the reach AND its ring is open; how soon a
 * ring opens is counted from the verification, so that few are troubled for nothing (docs/adr/0013).
 */

const HOUR_MS = 3_600_000
/** Ages, in years, at which a walker counts as another kind. */
const AGES = { smallChild: 6, child: 13, elder: 60 }
/** Kilometres of a degree of latitude, to reject far points without trigonometry. */
const DEGREE_KM = 111

export interface Traveller {
  age: number
  needsHelp: boolean
  travel: Travel
}

/** What the speed depends on; undefined for bus and car, which no disc can follow. */
export function paceOf({ age, needsHelp, travel }: Traveller): Pace | undefined {
  if (travel === 'bus' || travel === 'car') {
    return undefined
  }
  if (travel !== 'foot') {
    return travel
  }
  if (age <= AGES.smallChild) {
    return 'small_child'
  }
  if (age <= AGES.child) {
    return 'child'
  }
  if (needsHelp) {
    return 'needs_help'
  }
  return age >= AGES.elder ? 'elder' : 'adult'
}

/** Kilometres that the person may have come since they were last seen, not since it was reported. */
export function reachKm(
  who: Traveller,
  lastAt: Date,
  now: Date,
  { speeds, caps }: Pick<RingSettings, 'speeds' | 'caps'>,
): number {
  const pace = paceOf(who)
  const hours = Math.max(0, now.getTime() - lastAt.getTime()) / HOUR_MS
  return pace === undefined ? Infinity : Math.min(caps[pace], speeds[pace] * hours)
}

/** True from the hour of `nightFrom` to that of `nightUntil`, Shanghai. */
export function isNight(now: Date, { nightFrom, nightUntil }: RingSettings['rings']): boolean {
  const hour = new Date(now.getTime() + 8 * HOUR_MS).getUTCHours()
  return nightFrom <= nightUntil
    ? hour >= nightFrom && hour < nightUntil
    : hour >= nightFrom || hour < nightUntil
}

/** Milliseconds from the verification until each ring opens. */
export function waitsOf(
  weather: Weather,
  now: Date,
  { rings, waits }: Pick<RingSettings, 'rings' | 'waits'>,
): Record<Ring, number> {
  const part = (weather !== 'mild' || isNight(now, rings) ? rings.hurry : 1) * 1000
  return {
    near: 0,
    village: waits.village * part,
    town: waits.town * part,
    adjoining: waits.adjoining * part,
    district: waits.district * part,
  }
}

export interface Search extends Traveller {
  weather: Weather
  verifiedAt: Date
  /** Where and when the person was last; a confirmed sighting moves it. */
  centre: MapPoint
  centreCode: string
  centreAt: Date
}

export interface Spread {
  ring: Ring
  /** Kilometres; Infinity when only the district is wide enough. */
  radiusKm: number
  /** When to look again: the next ring, or the next step of the reach. */
  nextAt: Date
}

/** How far the news goes at this moment. Level-triggered: the same whenever and however often it is asked. */
export function spreadAt(search: Search, now: Date, settings: RingSettings): Spread {
  const again = new Date(now.getTime() + settings.waits.again * 1000)
  const radiusKm = Math.max(settings.rings.first, reachKm(search, search.centreAt, now, settings))
  if (radiusKm === Infinity) {
    return { ring: 'district', radiusKm, nextAt: again }
  }
  const waits = waitsOf(search.weather, now, settings)
  const since = now.getTime() - search.verifiedAt.getTime()
  const open = RINGS.filter((ring) => waits[ring] <= since)
  const next = Math.min(
    ...RINGS.filter((ring) => waits[ring] > since).map((ring) => search.verifiedAt.getTime() + waits[ring]),
    again.getTime(),
  )
  return { ring: open.at(-1) ?? 'near', radiusKm, nextAt: new Date(next) }
}

export interface GridPoint extends MapPoint {
  code: string
}

/** Towns of which some grid lies at most `km` from a grid of `town`. */
export function adjoiningTowns(grids: readonly GridPoint[], town: string, km: number): Set<string> {
  const own = grids.filter(({ code }) => code.startsWith(town))
  const near = new Set<string>()
  for (const grid of grids) {
    const other = areaCodeAt(grid.code, 'town')
    if (other !== town && !near.has(other) && own.some((one) => isWithinKm(one, grid, km))) {
      near.add(other)
    }
  }
  return near
}

function isWithinKm(a: MapPoint, b: MapPoint, km: number): boolean {
  return Math.abs(a.latitude - b.latitude) * DEGREE_KM <= km + 1 && distanceKm(a, b) <= km
}

/** Whether a grid belongs to a ring by where it lies; the disc is another matter. */
function ringMember(
  { centreCode }: Pick<Search, 'centreCode'>,
  ring: Ring,
  grids: readonly GridPoint[],
  adjoin: number,
): (code: string) => boolean {
  const town = areaCodeAt(centreCode, 'town')
  switch (ring) {
    case 'near':
      return () => false
    case 'village':
      return (code) => code.startsWith(areaCodeAt(centreCode, 'village'))
    case 'town':
      return (code) => code.startsWith(town)
    case 'adjoining': {
      const towns = adjoiningTowns(grids, town, adjoin)
      return (code) => code.startsWith(town) || towns.has(areaCodeAt(code, 'town'))
    }
    case 'district':
      return () => true
  }
}

/**
 * Codes of the grids to be told, nearest first. The own grid always; its neighbours, the grids that touch the first
 * priority area, in whatever village; beyond it those that touch the disc and lie in an open ring.
 */
export function gridsToTell(
  search: Search,
  { ring, radiusKm }: Pick<Spread, 'ring' | 'radiusKm'>,
  grids: readonly GridPoint[],
  { first, half, adjoin }: RingSettings['rings'],
): string[] {
  const isMember = ringMember(search, ring, grids, adjoin)
  return grids
    .map(({ code, ...point }) => ({ code, km: distanceKm(search.centre, point) }))
    .filter(
      ({ code, km }) =>
        code === search.centreCode || km <= first + half || (km <= radiusKm + half && isMember(code)),
    )
    .sort((a, b) => a.km - b.km || (a.code < b.code ? -1 : 1))
    .map(({ code }) => code)
}

/** Where the person was, and when. */
export interface Place extends MapPoint {
  code: string
  at: Date
}

/**
 * Where the rings are drawn from: the last place known at the beginning, then each sighting, oldest first, that lies
 * at least `moved` kilometres from the centre before it.
 */
export function centreOf(origin: Place, seen: readonly Place[], moved: number): Place {
  return [...seen]
    .filter(({ at }) => at > origin.at)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .reduce((centre, place) => (distanceKm(centre, place) >= moved ? place : centre), origin)
}

/** The grid, of those given nearest first, in which the fewest people look; so that not all look in one place. */
export function leastSearched(
  codes: readonly string[],
  searchers: ReadonlyMap<string, number>,
): string | undefined {
  const fewest = Math.min(...codes.map((code) => searchers.get(code) ?? 0))
  return codes.find((code) => (searchers.get(code) ?? 0) === fewest)
}

/** Compass direction from one point to the other, of eight; null when they are the same place. */
export function headingOf(from: MapPoint, to: MapPoint): Direction | null {
  const north = to.latitude - from.latitude
  const east = (to.longitude - from.longitude) * Math.cos((from.latitude * Math.PI) / 180)
  if (north === 0 && east === 0) {
    return null
  }
  const eighth = Math.round((Math.atan2(east, north) * 4) / Math.PI)
  return DIRECTIONS[(eighth + 8) % 8] ?? null
}
