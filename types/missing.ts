import type { PictureView } from './picture'

/** 爱心寻人: from the report to the wiping of everything personal. Source: domain rules 4.2. */

export const MISSING_STATUSES = [
  'reported',
  'with_police',
  'searching',
  'found_safe',
  'found_injured',
  'found_dead',
  'cancelled',
  'expired',
] as const
export type MissingStatus = (typeof MISSING_STATUSES)[number]
/** Somebody still has to do something about it. */
export const OPEN_MISSING_STATUSES = [
  'reported',
  'with_police',
  'searching',
] as const satisfies readonly MissingStatus[]
/** How the person was found. */
export const FINDINGS = [
  'found_safe',
  'found_injured',
  'found_dead',
] as const satisfies readonly MissingStatus[]
export type Finding = (typeof FINDINGS)[number]

export const SEXES = ['female', 'male'] as const
export type Sex = (typeof SEXES)[number]
/** How the person left. */
export const TRAVELS = ['foot', 'bicycle', 'tricycle', 'e_bike', 'bus', 'car', 'unknown'] as const
export type Travel = (typeof TRAVELS)[number]
/** What the speed and the farthest distance depend on: who walks, or on what they ride. */
export const PACES = [
  'needs_help',
  'elder',
  'small_child',
  'child',
  'adult',
  'bicycle',
  'tricycle',
  'e_bike',
  'unknown',
] as const
export type Pace = (typeof PACES)[number]
/** Set by who leads the search; there is no source of weather. cold: below 0 °C · hot: above 35 °C. */
export const WEATHERS = ['mild', 'cold', 'hot'] as const
export type Weather = (typeof WEATHERS)[number]
/** What the reporter is to the person. */
export const KINSHIPS = ['child', 'spouse', 'parent', 'relative', 'neighbour', 'carer', 'other'] as const
export type Kinship = (typeof KINSHIPS)[number]
/** Where the news has got to, nearest first: the own grid and its neighbours … the whole district. */
export const RINGS = ['near', 'village', 'town', 'adjoining', 'district'] as const
export type Ring = (typeof RINGS)[number]
export const DIRECTIONS = [
  'north',
  'northeast',
  'east',
  'southeast',
  'south',
  'southwest',
  'west',
  'northwest',
] as const
export type Direction = (typeof DIRECTIONS)[number]

/** How a reporter agreed that a worker writes the report down for them. */
export const REPORT_CONSENTS = ['by_phone', 'in_person'] as const
export type ReportConsent = (typeof REPORT_CONSENTS)[number]

export const SIGHTING_STATUSES = ['received', 'confirmed', 'rejected'] as const
export type SightingStatus = (typeof SIGHTING_STATUSES)[number]

/** Limits in characters; years of age. */
export const MISSING_LIMITS = {
  looks: 200,
  place: 60,
  words: 200,
  reason: 200,
  street: 20,
  age: 120,
} as const
/** Below this age the police come first and nothing is broadcast without them. */
export const OF_AGE = 18

/** Reasons that accompany CONFLICT and RATE_LIMITED. */
export const MISSING_REASONS = [
  'wrong_status',
  'changed',
  'police_first',
  'no_phone',
  'sighted_often',
  'reported_often',
] as const
export type MissingReason = (typeof MISSING_REASONS)[number]

export const MISSING_ACTIONS = [
  'missing.verify',
  'missing.sight',
  'missing.confirmSighting',
  'missing.search',
  'missing.found',
  'missing.cancel',
  'missing.extend',
  'missing.reach',
  'missing.call',
] as const
/** What may be asked for on an existing case; a view lists those that the caller may use now. */
export type MissingAction = (typeof MISSING_ACTIONS)[number]

/** How the caller stands to the case, which decides what is shown. */
export const MISSING_RELATIONS = ['own', 'staff', 'public'] as const
export type MissingRelation = (typeof MISSING_RELATIONS)[number]
export const MISSING_LISTS = ['near', 'mine', 'desk'] as const
/** near: searched for where I live · mine: reported by me · desk: everything open that is mine to lead. */
export type MissingList = (typeof MISSING_LISTS)[number]

export interface MapPoint {
  latitude: number
  longitude: number
}

/** A line in a list or the banner on the first page. */
export interface MissingRowView {
  id: string
  status: MissingStatus
  sex: Sex | null
  /** Years; null once withdrawn. */
  age: number | null
  /** Empty once withdrawn, as the other words. */
  looks: string
  travel: Travel | null
  place: string
  areaName: string
  lastSeenAt: string | null
  picture?: PictureView
  /** Until when somebody must have called the reporter; only while nobody has. */
  verifyDueAt?: string
  /** How many levels up it has been pushed because nobody called. */
  escalated: number
}

export interface SightingView {
  id: string
  status: SightingStatus
  /** When the person was seen; ISO 8601, UTC. */
  seenAt: string
  /** Seen with one's own eyes. */
  self: boolean
  /** Coarse for all: village and grid, or what the lead wrote. */
  place: string
  /** The middle of the grid; the exact point for the lead and the police. */
  point: MapPoint
  direction: Direction | null
  pictures: PictureView[]
  /** What the witness wrote; for the family, the lead and the police. */
  words: string
  /** Where exactly; only for the lead and the police. */
  exactPlace: string
  /** Whether the family says that it is the person; null while they have not. */
  family: boolean | null
  /** The witness can be called by the lead and the police. */
  hasPhone: boolean
  can: ('missing.confirmSighting' | 'missing.call')[]
}

/** Who looks where, so that not all look in one place. */
export interface SearchPartView {
  areaCode: string
  areaName: string
  people: number
  mine: boolean
  /** Streets that were named; for the lead and the family. */
  streets: string[]
}

export interface MissingCounts {
  /** Grids told. */
  told: number
  /** People who opened the page. */
  opened: number
  /** Sightings that were confirmed. */
  sightings: number
  searchers: number
}

export interface MissingStepView {
  id: string
  action: string
  /** The office, never the officer; 家属 for the reporter. */
  by: string
  words: string
  at: string
}

export interface MissingMapView {
  /** Where the person was last, coarse for all. */
  centre: MapPoint
  /** Kilometres: the two priority areas and how far the person may have come; the largest last. */
  circles: number[]
  /** The nearest grids that were told. */
  told: MapPoint[]
  /** Towards where the last places point. */
  heading: Direction | null
}

export interface MissingView extends MissingRowView {
  relation: MissingRelation
  /** Masked except for staff and the reporter. */
  name: string
  needsHelp: boolean
  /** Minor, or taken away perhaps: nothing is broadcast without the police. */
  policeFirst: boolean
  areaCode: string
  weather: Weather
  ring: Ring | null
  counts: MissingCounts
  map: MissingMapView | null
  /** Newest first. */
  sightings: SightingView[]
  searching: SearchPartView[]
  steps: MissingStepView[]
  /** The duty number of the grid where the person was last seen; never the family's. */
  dutyPhone: string
  /** Who reported; for staff. */
  contactName: string
  kinship: Kinship | null
  reportedAt: string
  expiresAt: string | null
  endedAt: string | null
  /** The server's time. */
  now: string
  can: MissingAction[]
}

/** Reach at this moment, for the family and the lead. */
export interface MissingReachView {
  counts: MissingCounts
  /** Grids still to be told. */
  pending: number
  /** Cards that workers have shared, and those proven to have arrived. */
  shared: number
  arrived: number
  /** Sightings nobody has looked at. */
  unchecked: number
  towns: { areaCode: string; areaName: string; told: number }[]
  now: string
}
