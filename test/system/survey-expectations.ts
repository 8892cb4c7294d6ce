import {
  DISTRICT,
  EVERYBODY,
  HANDLERS,
  NEIGHBOURS,
  SUBMITTER,
  TOWN,
  VIEWERS,
  VILLAGE,
  WORKER,
  except,
  inForce,
  type Expectation,
} from './groups'

const MAKERS = inForce('village_secretary', 'town_officer', 'district_officer')
const LOOK_AFTER = inForce('grid_worker', 'village_secretary', 'town_officer', 'district_officer')
const NEVER_MAKE = except(MAKERS)
/** A survey that the town makes: the town and whoever stands above it. */
const MADE_BY_TOWN: Expectation = { may: [...TOWN, ...DISTRICT], forbidden: NEVER_MAKE }
/** Once it is open, the grid and the village see it too, and are told that it is not theirs to end. */
const MAKE_OPEN: Expectation = { may: [...TOWN, ...DISTRICT], forbidden: [...NEVER_MAKE, ...VILLAGE] }
const CHECKS = inForce('town_officer', 'district_officer')
/** Looked at again by the levels above those who collect. */
const CHECKED: Expectation = { may: [...TOWN, ...DISTRICT], forbidden: except(CHECKS) }
const SEES_OPEN: Expectation = { may: [...SUBMITTER, ...NEIGHBOURS, ...VIEWERS] }
const VOTERS = [...SUBMITTER, 'resident:own', 'resident:own:worker'] as const

export const SURVEY_EXPECTATIONS = {
  'survey.templates': { anything: { may: MAKERS, forbidden: NEVER_MAKE } },
  'survey.create': {
    'for the grid': { may: [...VILLAGE, ...TOWN, ...DISTRICT], forbidden: NEVER_MAKE },
    'for the town': MADE_BY_TOWN,
    // The village is what is judged, so it does not ask.
    'about the organisation of the village': {
      may: [...TOWN, ...DISTRICT],
      forbidden: [...NEVER_MAKE, ...VILLAGE],
    },
  },
  'survey.update': { 'a draft of the town': MADE_BY_TOWN },
  'survey.preview': { 'a draft of the town': MADE_BY_TOWN },
  'survey.open': { 'a draft of the town': MADE_BY_TOWN },
  'survey.close': { 'an open one': MAKE_OPEN },
  'survey.correct': { 'an open one': MAKE_OPEN },
  'survey.publish': { 'a closed one': MAKE_OPEN },
  'survey.participation': {
    'an open one': { may: VIEWERS, forbidden: except(LOOK_AFTER) },
  },
  'survey.receipts': { 'a closed one': SEES_OPEN },
  'survey.results': {
    'a closed one': {
      may: [...TOWN, ...DISTRICT],
      forbidden: [...SUBMITTER, ...NEIGHBOURS, ...WORKER, ...VILLAGE],
    },
    'a published one': SEES_OPEN,
  },
  'survey.export': { 'a closed one': MAKE_OPEN },
  'survey.said': { 'a closed one': MAKE_OPEN },
  'survey.appoint': { 'an open one': MAKE_OPEN },
  'survey.dismiss': { 'an open one': MAKE_OPEN },
  // About nobody who works there; whoever may not help finds no such door.
  'survey.atDoor': { 'a door of the grid': { may: HANDLERS } },
  'survey.castAtDoor': { 'somebody without a phone': { may: HANDLERS } },
  'survey.rechecks': { 'an open one': CHECKED },
  'survey.recheck': { 'one of the sample': CHECKED },
  'survey.flags': { 'an open one': CHECKED },
  'survey.review': { 'a flag': CHECKED },
  'survey.list': {
    mine: EVERYBODY,
    area: { may: LOOK_AFTER, forbidden: except(LOOK_AFTER) },
    made: { may: MAKERS, forbidden: NEVER_MAKE },
  },
  'survey.info': { 'an open one': SEES_OPEN, 'a draft of the town': { may: [...TOWN, ...DISTRICT] } },
  'survey.mine': { 'an open one': SEES_OPEN },
  'survey.cast': {
    'an open one': {
      may: VOTERS,
      // Not sure enough where they live, or not asked at all: they see it and are told why.
      instead: ['CONFLICT', ['resident:own:self', 'visitor', ...VIEWERS]],
    },
  },
} satisfies Record<string, Record<string, Expectation>>
