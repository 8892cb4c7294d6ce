import { EVERYBODY, HANDLERS, NEIGHBOURS, SUBMITTER, except, inForce, type Expectation } from './groups'
import type { Who } from './people'

/** Who looks after neighbours' help, wherever they do. */
const MANAGERS = inForce('grid_worker', 'village_secretary', 'town_officer')
const NEVER_MANAGE = except(MANAGERS)
const NEAR = [...NEIGHBOURS, ...HANDLERS]
/** The neighbour who takes what is taken in these trials. */
const HELPER: Who[] = ['resident:own:worker']
/** Said so themselves alone, or come from the group without being a member yet. */
const UNKNOWN: Who[] = ['resident:own:self', 'visitor']
const KNOWN_NEAR = NEAR.filter((who) => !UNKNOWN.includes(who))
const RESIDENTS: Who[] = [
  ...SUBMITTER,
  'resident:own',
  'resident:own:worker',
  'resident:other_grid',
  'resident:other_village',
  'resident:other_town',
]
/** Whose grid is known: residents, and the workers of a grid. */
const WITH_GRID: Who[] = [...RESIDENTS, 'resident:own:self', ...inForce('grid_worker')]

const SEEN: Expectation = { may: [...SUBMITTER, ...NEAR] }
const WANTING: Expectation = { may: KNOWN_NEAR, forbidden: SUBMITTER, instead: ['CONFLICT', UNKNOWN] }
const OF_THE_TWO: Expectation = {
  may: [...SUBMITTER, ...HELPER],
  forbidden: NEAR.filter((who) => !HELPER.includes(who)),
}
const OF_THE_ASKER: Expectation = { may: SUBMITTER, forbidden: NEAR }
const MANAGING: Expectation = { may: HANDLERS, forbidden: NEVER_MANAGE }
const TELLING: Expectation = { may: [...SUBMITTER, ...NEIGHBOURS], forbidden: HANDLERS }

export const HELP_EXPECTATIONS = {
  'help.ask': { 'for oneself': { may: WITH_GRID, instead: ['INVALID', except(WITH_GRID)] } },
  'help.list': {
    near: EVERYBODY,
    mine: EVERYBODY,
    care: { may: MANAGERS, forbidden: NEVER_MANAGE },
  },
  'help.info': {
    'an open one': SEEN,
    'one that reaches the village': { may: [...SUBMITTER, ...NEAR, 'resident:other_grid'] },
    'one that reaches the town': {
      may: [...SUBMITTER, ...NEAR, 'resident:other_grid', 'resident:other_village'],
    },
    'a held one': { may: [...SUBMITTER, ...HANDLERS] },
    'a cancelled one': { may: [...SUBMITTER, ...HANDLERS] },
  },
  'help.take': { 'an open one': WANTING },
  'help.offer': { 'one to choose for': WANTING },
  'help.choose': { 'one with an offer': OF_THE_ASKER },
  'help.done': { 'a taken one': OF_THE_TWO },
  'help.thank': { 'a done one': OF_THE_TWO },
  'help.cancel': { 'an open one': OF_THE_ASKER, 'a taken one': OF_THE_TWO },
  // Who helps has left no number.
  'help.call': { 'a taken one': { ...OF_THE_TWO, may: HELPER, instead: ['CONFLICT', SUBMITTER] } },
  'help.report': { 'an open one': TELLING },
  'help.attend': { 'an open one': MANAGING },
  'help.handle': { 'a reported one': MANAGING },
  'help.pass': { 'a held one': MANAGING },
  'help.block': { 'a taken one': TELLING },
  'help.able': { oneself: { may: RESIDENTS, instead: ['CONFLICT', except(RESIDENTS)] } },
  'help.ables': { anything: EVERYBODY },
  'thread.list': { 'under an open one': SEEN },
  'thread.post': {
    'under an open one': {
      may: [...SUBMITTER, ...NEAR].filter((who) => who !== 'visitor'),
      instead: ['INVALID', ['visitor']],
    },
  },
  'thread.hide': { 'words of the asker': { may: [...SUBMITTER, ...HANDLERS], forbidden: NEIGHBOURS } },
  'thread.report': { 'words of the asker': { may: NEIGHBOURS, forbidden: [...SUBMITTER, ...HANDLERS] } },
  'thread.pass': { 'held words': { may: HANDLERS, forbidden: SUBMITTER } },
  'thread.block': { 'words of the asker': { may: NEIGHBOURS, forbidden: [...SUBMITTER, ...HANDLERS] } },
  'block.list': { anything: EVERYBODY },
  'block.remove': { 'one that is not there': EVERYBODY },
} satisfies Record<string, Record<string, Expectation>>
