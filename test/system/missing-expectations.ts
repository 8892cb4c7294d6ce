import {
  DISTRICT,
  EVERYBODY,
  HANDLERS,
  NAMELESS,
  SUBMITTER,
  VIEWERS,
  WHO_LEADS,
  except,
  type Expectation,
} from './groups'

/** Verified and told to neighbours: whoever has the card may open it. The department of the scene is not the police. */
const LEADS = [...HANDLERS, ...DISTRICT]
const FAMILY = [...SUBMITTER, ...LEADS]

export const MISSING_EXPECTATIONS = {
  'missing.report': {
    'for the grid': { may: except(NAMELESS), instead: ['CONFLICT', NAMELESS] },
    'for somebody who telephoned': { may: LEADS },
  },
  'missing.verify': { 'a report': { may: LEADS, forbidden: except(WHO_LEADS) } },
  'missing.info': {
    'a report': { may: [...SUBMITTER, ...VIEWERS] },
    'a search': EVERYBODY,
    'one that is over': EVERYBODY,
  },
  'missing.list': {
    near: EVERYBODY,
    mine: EVERYBODY,
    desk: { may: deskHolders(), forbidden: except(deskHolders()) },
  },
  'missing.sight': { 'a report': { may: [], instead: ['CONFLICT', FAMILY] }, 'a search': EVERYBODY },
  'missing.confirmSighting': {
    'one nobody has looked at': { may: LEADS, forbidden: except(FAMILY) },
    'one that holds': { may: FAMILY, forbidden: except(FAMILY) },
  },
  'missing.search': { 'a search': EVERYBODY },
  'missing.found': {
    'a report': { may: FAMILY },
    'a search': { may: FAMILY, forbidden: except(FAMILY) },
  },
  'missing.cancel': { 'a search': { may: FAMILY, forbidden: except(FAMILY) } },
  'missing.extend': { 'a search': { may: FAMILY, forbidden: except(FAMILY) } },
  'missing.reach': { 'a search': { may: FAMILY, forbidden: except(FAMILY) } },
  'missing.call': {
    'a report': { may: LEADS, forbidden: except(WHO_LEADS) },
    'a search': { may: LEADS, forbidden: except(LEADS) },
  },
} satisfies Record<string, Record<string, Expectation>>

/** Who leads in some area; of departments only the police, of whom there are none here. */
function deskHolders() {
  return WHO_LEADS.filter((who) => !who.startsWith('department_officer'))
}
