import type { MissingApi } from '~/types/missing-api'
import { defineActions } from '../../core/action'
import { callAboutMissing } from './commands/call'
import { cancelMissing } from './commands/cancel'
import { confirmSighting } from './commands/confirm-sighting'
import { extendMissing } from './commands/extend'
import { findPerson } from './commands/found'
import { readMissing } from './commands/info'
import { listMissing } from './commands/list'
import { readReach } from './commands/reach'
import { reportMissing } from './commands/report'
import { searchForMissing } from './commands/search'
import { sightMissing } from './commands/sight'
import { verifyMissing } from './commands/verify'
import * as schema from './schema'

const read = { write: false, audit: null } as const
const write = { write: true } as const

export const missingActions = defineActions<keyof MissingApi>({
  'missing.report': {
    ...write,
    input: schema.report,
    rule: 'person',
    audit: 'missing.reported',
    handler: reportMissing,
  },
  'missing.verify': {
    ...write,
    input: schema.verify,
    rule: 'missing.lead',
    audit: 'missing.verified',
    handler: verifyMissing,
  },
  // Writes that somebody opened it, and nothing else.
  'missing.info': { ...write, input: schema.info, rule: 'person', audit: null, handler: readMissing },
  'missing.list': { ...read, input: schema.list, rule: 'person', handler: listMissing },
  'missing.sight': {
    ...write,
    input: schema.sight,
    rule: 'person',
    audit: 'missing.sighted',
    handler: sightMissing,
  },
  'missing.confirmSighting': {
    ...write,
    input: schema.confirmSighting,
    rule: 'person',
    audit: 'missing.judged',
    handler: confirmSighting,
  },
  'missing.search': {
    ...write,
    input: schema.search,
    rule: 'person',
    audit: 'missing.searched',
    handler: searchForMissing,
  },
  'missing.found': {
    ...write,
    input: schema.found,
    rule: 'person',
    audit: 'missing.found',
    handler: findPerson,
  },
  'missing.cancel': {
    ...write,
    input: schema.cancel,
    rule: 'person',
    audit: 'missing.cancelled',
    handler: cancelMissing,
  },
  'missing.extend': {
    ...write,
    input: schema.extend,
    rule: 'person',
    audit: 'missing.extended',
    handler: extendMissing,
  },
  'missing.reach': { ...read, input: schema.reach, rule: 'person', handler: readReach },
  'missing.call': {
    ...write,
    input: schema.call,
    rule: 'missing.lead',
    audit: 'missing.called',
    handler: callAboutMissing,
  },
})
