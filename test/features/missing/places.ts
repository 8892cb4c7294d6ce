import type { GridPoint, Search } from '~/cloudfunctions/features/missing/rings'
import type { RingSettings } from '~/cloudfunctions/features/missing/settings'

/** The table of domain rules 4.2, written down again by hand. */
export const SETTINGS: RingSettings = {
  speeds: {
    needs_help: 2,
    elder: 3.5,
    small_child: 1.5,
    child: 3,
    adult: 4,
    bicycle: 10,
    tricycle: 10,
    e_bike: 25,
    unknown: 10,
  },
  caps: {
    needs_help: 5,
    elder: 10,
    small_child: 3,
    child: 10,
    adult: 15,
    bicycle: 30,
    tricycle: 30,
    e_bike: 60,
    unknown: 30,
  },
  rings: {
    first: 0.8,
    second: 2,
    half: 0.2,
    adjoin: 1,
    moved: 0.8,
    hurry: 0.5,
    nightFrom: 20,
    nightUntil: 6,
  },
  waits: { village: 300, town: 1800, adjoining: 3600, district: 7200, again: 900 },
}
export const MINUTE = 60_000
/** A moment of 23 November in Shanghai. */
export const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`)
const LATITUDE = 40.13
/** So many kilometres north and east of the last place; a degree of latitude is 111.195 km. */
export const point = (north: number, east = 0) => ({
  latitude: LATITUDE + north / 111.195,
  longitude: 117.06 + east / (111.195 * Math.cos((LATITUDE * Math.PI) / 180)),
})
export const HERE = point(0)
export const grid = (code: string, north: number, east = 0): GridPoint => ({ code, ...point(north, east) })
export const TOWN = '110117111'
export const OWN = `${TOWN}207003`

export const search = (more: Partial<Search> = {}): Search => ({
  age: 72,
  needsHelp: false,
  travel: 'bicycle',
  weather: 'mild',
  verifiedAt: at('13:36'),
  centre: HERE,
  centreCode: OWN,
  centreAt: at('12:00'),
  ...more,
})
