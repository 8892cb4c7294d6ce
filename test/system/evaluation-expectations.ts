import {
  DISTRICT,
  EVERYBODY,
  NEIGHBOURS,
  SUBMITTER,
  TOWN,
  VILLAGE,
  WORKER,
  except,
  inForce,
  type Expectation,
} from './groups'
import type { Who } from './people'

const NEVER_EVALUATE = except(inForce('town_officer', 'district_officer'))
const NEVER_OBJECT = except(inForce('village_secretary'))
/** The town evaluates its villages, and so may the district. */
const MAKING: Expectation = { may: [...TOWN, ...DISTRICT], forbidden: NEVER_EVALUATE }
/** Before it is published: those who look after the village, of which other grids of it are a part. */
const OF_THE_VILLAGE: Who[] = [...WORKER, 'grid_worker:other_grid', ...VILLAGE, ...TOWN, ...DISTRICT]
const OF_THE_TOWN: Who[] = [...OF_THE_VILLAGE, 'grid_worker:other_village', 'village_secretary:other_village']
const LIVING_THERE: Who[] = [...SUBMITTER, ...NEIGHBOURS, 'resident:other_grid', 'resident:other_village']

export const EVALUATION_EXPECTATIONS = {
  'evaluation.create': { 'of the town': MAKING },
  'evaluation.compute': { 'a draft': MAKING },
  'evaluation.list': { anything: EVERYBODY },
  'evaluation.info': {
    'a draft': { may: [...TOWN, ...DISTRICT] },
    'one that may be objected to': { may: OF_THE_TOWN },
    'a published one': { may: [...OF_THE_TOWN, ...LIVING_THERE] },
  },
  'evaluation.explain': {
    'before it is published': { may: OF_THE_VILLAGE },
    'when it is published': { may: [...OF_THE_TOWN, ...LIVING_THERE] },
  },
  'evaluation.object': { 'for the village': { may: VILLAGE, forbidden: NEVER_OBJECT } },
  'evaluation.objections': { 'of the town': MAKING },
  'evaluation.decideObjection': { 'of the village': MAKING },
  'evaluation.freeze': { 'after the time for objections': MAKING },
  'evaluation.publish': { 'a frozen one': MAKING },
  'evaluation.archive': { 'a published one': MAKING },
} satisfies Record<string, Record<string, Expectation>>
