import {
  EVERYBODY,
  NEAR,
  NEIGHBOURS,
  SUBMITTER,
  TOWN,
  VILLAGE,
  WORKER,
  except,
  inForce,
  type Expectation,
} from './groups'

const OFFICES = inForce('grid_worker', 'village_secretary', 'town_officer')
/** Who has no say about points anywhere is told so before anything is looked up. */
const NEVER_DECIDE_POINTS = except(inForce('village_secretary', 'town_officer'))
const DECIDED_ABOVE: Expectation = { may: [...VILLAGE, ...TOWN], forbidden: NEVER_DECIDE_POINTS }

export const POINTS_EXPECTATIONS = {
  'points.account': { 'the own one': EVERYBODY },
  'points.rules': { anything: EVERYBODY },
  'points.published': { 'of the own village': EVERYBODY },
  'points.awards': { 'those that wait': { may: OFFICES, forbidden: except(OFFICES) } },
  'points.propose': { 'for a member of the grid': NEAR },
  'points.approve': {
    'one of the grid worker': DECIDED_ABOVE,
    'one of the village': { may: TOWN, forbidden: [...NEVER_DECIDE_POINTS, ...VILLAGE] },
  },
  'points.refuse': {
    // Who proposed it takes it back.
    'one of the grid worker': { may: [...WORKER, ...VILLAGE, ...TOWN] },
    'one of the village': { may: [...VILLAGE, ...TOWN], forbidden: WORKER },
  },
  'points.object': {
    'a published one': {
      may: [...SUBMITTER, ...NEIGHBOURS, 'resident:other_grid'],
      forbidden: [...WORKER, ...VILLAGE, ...TOWN],
    },
    'one that waits': { may: [], forbidden: [...WORKER, ...VILLAGE, ...TOWN] },
  },
  'points.decideObjection': { 'an objection to the grid worker': DECIDED_ABOVE },
  'points.reverse': { 'one of the grid worker': DECIDED_ABOVE },
} satisfies Record<string, Record<string, Expectation>>
