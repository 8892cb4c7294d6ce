import { WHO, type Who } from './people'

/**
 * What everybody is answered, written down by hand from the permissions of the design and read from nothing in the
 * code, so that a wrong rule stands out. Whoever is not named is told that there is no such thing: NOT_FOUND.
 */
export interface Expectation {
  may: readonly Who[]
  /** In the right place but not the one to do it, or without any say of the kind anywhere: FORBIDDEN. */
  forbidden?: readonly Who[]
  /** The right person, but something else stands in the way. */
  instead?: readonly [code: 'CONFLICT' | 'INVALID', who: readonly Who[]]
}

export const inForce = (...roles: string[]): Who[] =>
  WHO.filter((who) => roles.includes(who.split(':')[0] ?? '') && !who.endsWith(':ended'))
export const except = (...groups: (readonly Who[])[]): Who[] =>
  WHO.filter((who) => !groups.flat().includes(who))

export const SUBMITTER: Who[] = ['submitter']
export const NEIGHBOURS: Who[] = ['resident:own', 'resident:own:self', 'resident:own:worker', 'visitor']
export const NAMELESS: Who[] = ['stranger', 'visitor']
export const WORKER: Who[] = ['grid_worker:own']
export const VILLAGE: Who[] = ['village_secretary:own']
export const TOWN: Who[] = ['town_officer:own']
export const DISTRICT: Who[] = ['district_officer:own']
export const POWER: Who[] = ['department_officer:own']
export const ADMINISTRATOR: Who[] = ['system_administrator:own']
export const GRID_STAFF: Who[] = [...WORKER, ...VILLAGE]
export const HANDLERS: Who[] = [...GRID_STAFF, ...TOWN]
export const VIEWERS: Who[] = [...HANDLERS, ...DISTRICT]
export const ABOVE: Who[] = [...VILLAGE, ...TOWN, ...DISTRICT, ...ADMINISTRATOR]
export const EMPLOYED = inForce(
  'grid_worker',
  'village_secretary',
  'town_officer',
  'department_officer',
  'family_doctor',
  'mediator',
  'district_officer',
  'system_administrator',
)

/** Who is turned away before anything is looked up, because nothing of the kind is theirs anywhere. */
export const NEVER_HANDLE = except(
  inForce('grid_worker', 'village_secretary', 'town_officer', 'department_officer'),
)
export const NEVER_DISPATCH = except(inForce('town_officer'))
export const NEVER_DECIDE = except(inForce('district_officer'))
export const NEVER_VIEW = except(
  inForce('grid_worker', 'village_secretary', 'town_officer', 'district_officer'),
)
export const NEVER_NEAR = except(inForce('grid_worker', 'village_secretary'))
export const NEVER_APPOINT = except(
  inForce('village_secretary', 'town_officer', 'district_officer', 'system_administrator'),
)

/** Who leads a search somewhere, and the departments, of which only the police really do. */
export const WHO_LEADS = inForce(
  'grid_worker',
  'village_secretary',
  'town_officer',
  'department_officer',
  'district_officer',
)

export const EVERYBODY: Expectation = { may: WHO }
export const HANDLING: Expectation = { may: HANDLERS, forbidden: NEVER_HANDLE }
export const AT_THE_VILLAGE: Expectation = {
  may: [...VILLAGE, ...TOWN],
  forbidden: [...NEVER_HANDLE, ...WORKER],
}
export const AT_THE_TOWN: Expectation = { may: TOWN, forbidden: [...NEVER_HANDLE, ...GRID_STAFF] }
export const STEP = { 'at the grid': HANDLING, 'at the village': AT_THE_VILLAGE, 'at the town': AT_THE_TOWN }
export const OWN_WORD = {
  'a public case': { may: SUBMITTER, forbidden: [...NEIGHBOURS, ...VIEWERS] },
  'a private case': { may: SUBMITTER, forbidden: VIEWERS },
} satisfies Record<string, Expectation>
/** An act of the person: others who see the case are told that it is not theirs, the rest that there is none. */
export const OWN_ACT = {
  'an accepted one': { may: SUBMITTER, forbidden: [...NEIGHBOURS, ...VIEWERS] },
} satisfies Record<string, Expectation>
export const BY_THE_TOWN: Expectation = { may: TOWN, forbidden: NEVER_DISPATCH }
/** A case that was handed to the department of power: the areas look on, the other departments know nothing. */
export const LED_BY_POWER: Expectation = { may: POWER, forbidden: [...NEVER_HANDLE, ...HANDLERS] }
/** A case for which power was whistled; its lead stays with the grid. */
export const WHISTLED_FOR_POWER: Expectation = { may: POWER, forbidden: [...NEVER_HANDLE, ...HANDLERS] }
export const NEAR: Expectation = { may: GRID_STAFF, forbidden: NEVER_NEAR }
/** A role is given by the level above; who has the place but not that level is told so. */
export const given = (by: readonly Who[], place: readonly Who[]): Expectation => ({
  may: by,
  forbidden: [...NEVER_APPOINT, ...place.filter((who) => !by.includes(who))],
})
export const TOWN_AND_ABOVE = [...TOWN, ...DISTRICT, ...ADMINISTRATOR]
export const DISTRICT_AND_ABOVE = [...DISTRICT, ...ADMINISTRATOR]
export const ROLE_OF = {
  grid_worker: given([...VILLAGE, ...TOWN], ABOVE),
  village_secretary: given([...TOWN, ...DISTRICT], ABOVE),
  town_officer: given(DISTRICT, TOWN_AND_ABOVE),
  department_officer: given(DISTRICT, DISTRICT_AND_ABOVE),
  family_doctor: given(TOWN, ABOVE),
  mediator: given(TOWN, ABOVE),
  district_officer: given(ADMINISTRATOR, DISTRICT_AND_ABOVE),
  system_administrator: given([], DISTRICT_AND_ABOVE),
}
/** What holds for the whole district takes two people of it: nobody decides on what they proposed. */
export const SETTING: Expectation = { may: DISTRICT_AND_ABOVE, forbidden: except(DISTRICT_AND_ABOVE) }
export const NEVER: Expectation = { may: [], forbidden: WHO }
