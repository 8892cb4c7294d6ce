import {
  DISTRICT,
  EVERYBODY,
  NEIGHBOURS,
  SUBMITTER,
  TOWN,
  VIEWERS,
  VILLAGE,
  except,
  inForce,
  type Expectation,
} from './groups'

const SENDERS = inForce('grid_worker', 'village_secretary', 'town_officer', 'district_officer')
const NEVER_SEND = except(SENDERS)
/** One for the grid, written by its worker: whoever sends in a place that holds it. */
const OF_THE_GRID: Expectation = { may: VIEWERS, forbidden: NEVER_SEND }

export const ANNOUNCEMENT_EXPECTATIONS = {
  'announcement.create': {
    'for the grid': OF_THE_GRID,
    'for the village': { may: [...VILLAGE, ...TOWN, ...DISTRICT], forbidden: NEVER_SEND },
    'for the district': { may: DISTRICT, forbidden: NEVER_SEND },
  },
  'announcement.approve': {
    'an emergency of the grid': {
      may: [...VILLAGE, ...TOWN, ...DISTRICT],
      forbidden: except(inForce('village_secretary', 'town_officer', 'district_officer')),
    },
  },
  'announcement.publish': { 'one of the grid': OF_THE_GRID },
  'announcement.info': {
    'one that is not out': { may: VIEWERS },
    'one for the grid': { may: [...SUBMITTER, ...NEIGHBOURS, ...VIEWERS] },
    'one for the village': {
      may: [...SUBMITTER, ...NEIGHBOURS, 'resident:other_grid', ...VIEWERS, 'grid_worker:other_grid'],
    },
    'one for workers': { may: VIEWERS },
  },
  'announcement.list': {
    'of the own grid': EVERYBODY,
    'of the own places': { may: SENDERS, forbidden: NEVER_SEND },
  },
  'announcement.reach': {
    'one for the grid': OF_THE_GRID,
    'one for the village': { may: [...VIEWERS, 'grid_worker:other_grid'], forbidden: NEVER_SEND },
    'the village of one for the village': {
      may: [...VILLAGE, ...TOWN, ...DISTRICT],
      forbidden: NEVER_SEND,
    },
  },
  'announcement.unreached': { 'the grid of one for the village': OF_THE_GRID },
  'announcement.answer': {
    'one for the grid': { may: [...SUBMITTER, ...NEIGHBOURS], forbidden: VIEWERS },
    'one for workers': { may: ['grid_worker:own'], forbidden: [...VILLAGE, ...TOWN, ...DISTRICT] },
  },
  'announcement.remind': { 'one for the grid': OF_THE_GRID },
  'announcement.stop': { 'one of the grid that comes again': OF_THE_GRID },
  'announcement.templates': { anything: { may: SENDERS, forbidden: NEVER_SEND } },
  'attachment.prepare': { anything: { may: SENDERS, forbidden: NEVER_SEND } },
  'attachment.finish': { 'an upload of the worker': { may: ['grid_worker:own'], forbidden: NEVER_SEND } },
  'announcement.withdraw': { 'one for the grid': OF_THE_GRID },
} satisfies Record<string, Record<string, Expectation>>
