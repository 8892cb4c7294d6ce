import { GRID_STAFF, NEAR, NEIGHBOURS, SUBMITTER, type Expectation } from './groups'

export const CIVILITY_EXPECTATIONS = {
  'civility.remind': { 'the grid': NEAR },
  'civility.withdraw': { 'a posted one': { may: GRID_STAFF, forbidden: [...SUBMITTER, ...NEIGHBOURS] } },
  'civility.info': {
    'a posted one': { may: [...GRID_STAFF, ...SUBMITTER, ...NEIGHBOURS] },
    'one taken back': { may: GRID_STAFF },
  },
} satisfies Record<string, Record<string, Expectation>>
