import type { Action } from '~/types/api'
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

const inForce = (...roles: string[]): Who[] =>
  WHO.filter((who) => roles.includes(who.split(':')[0] ?? '') && !who.endsWith(':ended'))
const except = (...groups: (readonly Who[])[]): Who[] => WHO.filter((who) => !groups.flat().includes(who))

const SUBMITTER: Who[] = ['submitter']
const NEIGHBOURS: Who[] = ['resident:own', 'resident:own:self', 'resident:own:worker', 'visitor']
const NAMELESS: Who[] = ['stranger', 'visitor']
const WORKER: Who[] = ['grid_worker:own']
const VILLAGE: Who[] = ['village_secretary:own']
const TOWN: Who[] = ['town_officer:own']
const DISTRICT: Who[] = ['district_officer:own']
const POWER: Who[] = ['department_officer:own']
const ADMINISTRATOR: Who[] = ['system_administrator:own']
const GRID_STAFF: Who[] = [...WORKER, ...VILLAGE]
const HANDLERS: Who[] = [...GRID_STAFF, ...TOWN]
const VIEWERS: Who[] = [...HANDLERS, ...DISTRICT]
const ABOVE: Who[] = [...VILLAGE, ...TOWN, ...DISTRICT, ...ADMINISTRATOR]
const EMPLOYED = inForce(
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
const NEVER_HANDLE = except(inForce('grid_worker', 'village_secretary', 'town_officer', 'department_officer'))
const NEVER_DISPATCH = except(inForce('town_officer'))
const NEVER_DECIDE = except(inForce('district_officer'))
const NEVER_VIEW = except(inForce('grid_worker', 'village_secretary', 'town_officer', 'district_officer'))
const NEVER_NEAR = except(inForce('grid_worker', 'village_secretary'))
const NEVER_APPOINT = except(
  inForce('village_secretary', 'town_officer', 'district_officer', 'system_administrator'),
)

const EVERYBODY: Expectation = { may: WHO }
const HANDLING: Expectation = { may: HANDLERS, forbidden: NEVER_HANDLE }
const AT_THE_VILLAGE: Expectation = { may: [...VILLAGE, ...TOWN], forbidden: [...NEVER_HANDLE, ...WORKER] }
const AT_THE_TOWN: Expectation = { may: TOWN, forbidden: [...NEVER_HANDLE, ...GRID_STAFF] }
const STEP = { 'at the grid': HANDLING, 'at the village': AT_THE_VILLAGE, 'at the town': AT_THE_TOWN }
const OWN_WORD = {
  'a public case': { may: SUBMITTER, forbidden: [...NEIGHBOURS, ...VIEWERS] },
  'a private case': { may: SUBMITTER, forbidden: VIEWERS },
} satisfies Record<string, Expectation>
/** An act of the person: others who see the case are told that it is not theirs, the rest that there is none. */
const OWN_ACT = {
  'an accepted one': { may: SUBMITTER, forbidden: [...NEIGHBOURS, ...VIEWERS] },
} satisfies Record<string, Expectation>
const BY_THE_TOWN: Expectation = { may: TOWN, forbidden: NEVER_DISPATCH }
/** A case that was handed to the department of power: the areas look on, the other departments know nothing. */
const LED_BY_POWER: Expectation = { may: POWER, forbidden: [...NEVER_HANDLE, ...HANDLERS] }
/** A case for which power was whistled; its lead stays with the grid. */
const WHISTLED_FOR_POWER: Expectation = { may: POWER, forbidden: [...NEVER_HANDLE, ...HANDLERS] }
const NEAR: Expectation = { may: GRID_STAFF, forbidden: NEVER_NEAR }
/** A role is given by the level above; who has the place but not that level is told so. */
const given = (by: readonly Who[], place: readonly Who[]): Expectation => ({
  may: by,
  forbidden: [...NEVER_APPOINT, ...place.filter((who) => !by.includes(who))],
})
const TOWN_AND_ABOVE = [...TOWN, ...DISTRICT, ...ADMINISTRATOR]
const DISTRICT_AND_ABOVE = [...DISTRICT, ...ADMINISTRATOR]
const ROLE_OF = {
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
const SETTING: Expectation = { may: DISTRICT_AND_ABOVE, forbidden: except(DISTRICT_AND_ABOVE) }
const NEVER: Expectation = { may: [], forbidden: WHO }

/** Every action and what it may be tried on. */
export const EXPECTATIONS = {
  'area.search': { anything: EVERYBODY },
  'area.list': { anything: EVERYBODY },
  'me.enter': { anything: EVERYBODY },
  'me.update': { oneself: { may: except(NAMELESS), instead: ['CONFLICT', NAMELESS] } },
  'me.consent': { oneself: EVERYBODY },
  'me.export': { oneself: EVERYBODY },
  'me.remove': { oneself: { may: except(EMPLOYED), instead: ['CONFLICT', EMPLOYED] } },
  'membership.choose': {
    'this grid': EVERYBODY,
    'another grid': { may: except(['resident:own:worker']), instead: ['CONFLICT', ['resident:own:worker']] },
  },
  'membership.list': {
    'the grid': { may: [...WORKER, ...ABOVE] },
    'the village': { may: ABOVE },
    'the district': { may: DISTRICT_AND_ABOVE },
  },
  'membership.confirm': { 'a member': NEAR },
  'membership.move': {
    'inside the village': NEAR,
    'out of the village': { may: [], forbidden: [...NEVER_NEAR, ...GRID_STAFF] },
  },
  'group.bind': {
    'a new group': NEAR,
    'a group of another grid': { may: VILLAGE, forbidden: NEVER_NEAR, instead: ['CONFLICT', WORKER] },
  },
  'assignment.list': {
    'the grid': { may: ABOVE, forbidden: NEVER_APPOINT },
    'the town': { may: TOWN_AND_ABOVE, forbidden: NEVER_APPOINT },
  },
  'assignment.give': {
    ...ROLE_OF,
    'at the wrong level': given([], ABOVE),
    'to oneself': given([], ABOVE),
  },
  'assignment.end': ROLE_OF,
  'picture.prepare': { anything: EVERYBODY },
  'picture.finish': { 'an upload': { may: SUBMITTER } },
  'voice.prepare': { anything: EVERYBODY },
  'voice.finish': { 'a recording': { may: SUBMITTER } },
  'feed.list': { 'the grid': { may: [...SUBMITTER, ...NEIGHBOURS, ...VIEWERS] } },
  'delivery.mine': {
    anything: { may: inForce('grid_worker', 'village_secretary'), forbidden: NEVER_NEAR },
  },
  'delivery.markShared': { 'a card': NEAR },
  'appeal.suggest': { anything: EVERYBODY },
  'appeal.submit': { 'for the grid': { may: except(NAMELESS), instead: ['INVALID', NAMELESS] } },
  'appeal.info': {
    'one nobody has looked at': { may: [...SUBMITTER, ...VIEWERS] },
    'an accepted one': { may: [...SUBMITTER, ...NEIGHBOURS, ...VIEWERS] },
    'one at the town': { may: [...SUBMITTER, ...NEIGHBOURS, ...VIEWERS] },
    'a private one': { may: [...SUBMITTER, ...VIEWERS] },
    'a dispatched one': { may: [...SUBMITTER, ...NEIGHBOURS, ...VIEWERS, ...POWER] },
  },
  'appeal.list': {
    mine: EVERYBODY,
    'the grid': { may: VIEWERS, forbidden: NEVER_VIEW },
    'the town': { may: [...TOWN, ...DISTRICT], forbidden: NEVER_VIEW },
    workbench: {
      may: inForce(
        'grid_worker',
        'village_secretary',
        'town_officer',
        'department_officer',
        'district_officer',
      ),
      forbidden: except(
        inForce('grid_worker', 'village_secretary', 'town_officer', 'department_officer', 'district_officer'),
      ),
    },
  },
  'appeal.accept': STEP,
  'appeal.answer': STEP,
  'appeal.escalate': { 'at the grid': HANDLING, 'at the village': AT_THE_VILLAGE },
  'appeal.finish': STEP,
  'appeal.call': {
    'at the grid': { may: HANDLERS, forbidden: [...SUBMITTER, ...NEIGHBOURS, ...DISTRICT] },
    'at the village': {
      may: [...VILLAGE, ...TOWN],
      forbidden: [...SUBMITTER, ...NEIGHBOURS, ...WORKER, ...DISTRICT],
    },
    'at the town': { may: TOWN, forbidden: [...SUBMITTER, ...NEIGHBOURS, ...GRID_STAFF, ...DISTRICT] },
  },
  'appeal.supplement': {
    'one nobody has looked at': { may: [...SUBMITTER, ...HANDLERS], forbidden: DISTRICT },
    'an accepted one': { may: [...SUBMITTER, ...HANDLERS], forbidden: [...NEIGHBOURS, ...DISTRICT] },
    'one at the town': {
      may: [...SUBMITTER, ...TOWN],
      forbidden: [...NEIGHBOURS, ...GRID_STAFF, ...DISTRICT],
    },
  },
  'appeal.similar': { anything: EVERYBODY },
  'appeal.join': {
    'an accepted one': { may: NEIGHBOURS, forbidden: [...SUBMITTER, ...VIEWERS] },
    'a private one': { may: [], forbidden: [...SUBMITTER, ...VIEWERS] },
  },
  'appeal.urge': OWN_ACT,
  'appeal.withdraw': OWN_ACT,
  'appeal.capture': { 'for the grid': { may: HANDLERS, forbidden: NEVER_HANDLE } },
  'appeal.triage': { 'at the grid': HANDLING, 'at the town': AT_THE_TOWN },
  'appeal.dispatch': { 'at the grid': BY_THE_TOWN },
  'appeal.object': { 'a dispatched one': LED_BY_POWER, 'a whistle': WHISTLED_FOR_POWER },
  'appeal.decideObjection': { 'an objected one': { may: DISTRICT, forbidden: NEVER_DECIDE } },
  'appeal.whistle': { 'an accepted one': BY_THE_TOWN },
  'appeal.arrive': { 'a whistle': WHISTLED_FOR_POWER },
  'appeal.release': { 'a whistle': BY_THE_TOWN },
  'appeal.extend': { 'at the grid': HANDLING, 'at the town': AT_THE_TOWN },
  'appeal.decideExtension': {
    'asked by the grid': {
      may: [...TOWN, ...DISTRICT],
      forbidden: [...SUBMITTER, ...NEIGHBOURS, ...GRID_STAFF],
    },
    'asked by the town': { may: DISTRICT, forbidden: [...SUBMITTER, ...NEIGHBOURS, ...HANDLERS] },
  },
  'appeal.shelve': { 'at the grid': HANDLING, 'at the town': AT_THE_TOWN },
  'appeal.review': { 'a shelved one': HANDLING },
  'appeal.handOver': { 'an accepted one': HANDLING },
  'appeal.pass': { 'a held one': HANDLING },
  'appeal.helpers': {
    'an accepted one': { may: VIEWERS, forbidden: [...SUBMITTER, ...NEIGHBOURS] },
    'a dispatched one': { may: [...VIEWERS, ...POWER], forbidden: [...SUBMITTER, ...NEIGHBOURS] },
  },
  'setting.list': { anything: SETTING },
  'setting.propose': { 'one that nothing waits for': SETTING },
  'setting.approve': { 'of a colleague': SETTING, 'of oneself': NEVER },
  'setting.refuse': { 'of a colleague': SETTING, 'of oneself': SETTING },
  // Handled by the town officer, who does not ask about their own work.
  'appeal.callBack': {
    'one of the grid': {
      may: [...VILLAGE, ...DISTRICT],
      forbidden: [...SUBMITTER, ...NEIGHBOURS, ...WORKER, ...TOWN],
    },
    'one of the town': { may: DISTRICT, forbidden: [...SUBMITTER, ...NEIGHBOURS, ...HANDLERS] },
  },
  'appeal.thank': {
    'a finished one': { may: NEIGHBOURS, forbidden: [...SUBMITTER, ...VIEWERS] },
  },
  'appeal.rate': OWN_WORD,
  'appeal.reopen': OWN_WORD,
} satisfies Record<Action, Record<string, Expectation>>
