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

/** Who does not belong to the village of the grid. */
const NO_VILLAGER = except([
  ...SUBMITTER,
  'resident:own',
  'resident:own:self',
  'resident:own:worker',
  'resident:other_grid',
])

export const POINTS_EXPECTATIONS = {
  'points.account': { 'the own one': EVERYBODY },
  'points.rules': { anything: EVERYBODY },
  'points.published': { 'of the own village': EVERYBODY },
  'points.awards': { 'those that wait': { may: OFFICES, forbidden: except(OFFICES) } },
  'points.goods': { 'of the own village': EVERYBODY },
  'points.offer': {
    'something new': { may: inForce('village_secretary'), forbidden: except(inForce('village_secretary')) },
    'something of the village': { may: VILLAGE, forbidden: except(inForce('village_secretary')) },
  },
  'points.redeem': {
    // Everybody of the village sees it; who has no points is told so.
    'something of the village': {
      may: [],
      instead: [
        'CONFLICT',
        [...SUBMITTER, 'resident:own', 'resident:own:self', 'resident:own:worker', 'resident:other_grid'],
      ],
    },
    'with points': { may: SUBMITTER, instead: ['CONFLICT', [...except(SUBMITTER, NO_VILLAGER)]] },
  },
  'points.collect': {
    'of the village': { may: VILLAGE, forbidden: except(inForce('village_secretary')) },
  },
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
