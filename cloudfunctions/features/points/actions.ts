import type { PointsApi } from '~/types/points'
import { defineActions } from '../../core/action'
import { readAccount } from './commands/account'
import { approveAward } from './commands/approve'
import { listAreaAwards } from './commands/awards'
import { decideAwardObjection } from './commands/decide-objection'
import { objectToAward } from './commands/object'
import { proposeAward } from './commands/propose'
import { listPublished } from './commands/published'
import { refuseAward } from './commands/refuse'
import { reverseAward } from './commands/reverse'
import { listRules } from './commands/rules'
import * as schema from './schema'

const read = { write: false, audit: null } as const
const write = { write: true } as const

export const pointsActions = defineActions<keyof PointsApi>({
  'points.account': { ...read, input: schema.page, rule: 'person', handler: readAccount },
  'points.rules': { ...read, input: schema.nothing, rule: 'person', handler: listRules },
  'points.propose': {
    ...write,
    input: schema.propose,
    rule: 'points.propose',
    audit: 'points.proposed',
    handler: proposeAward,
  },
  'points.approve': {
    ...write,
    input: schema.approve,
    rule: 'points.decide',
    audit: 'points.approved',
    handler: approveAward,
  },
  // Who proposed takes it back; who may approve may refuse.
  'points.refuse': {
    ...write,
    input: schema.refuse,
    rule: 'person',
    audit: 'points.refused',
    handler: refuseAward,
  },
  'points.object': {
    ...write,
    input: schema.object,
    rule: 'person',
    audit: 'points.objected',
    handler: objectToAward,
  },
  'points.decideObjection': {
    ...write,
    input: schema.decideObjection,
    rule: 'points.decide',
    audit: 'points.decided',
    handler: decideAwardObjection,
  },
  'points.reverse': {
    ...write,
    input: schema.reverse,
    rule: 'points.decide',
    audit: 'points.reversed',
    handler: reverseAward,
  },
  'points.published': { ...read, input: schema.page, rule: 'person', handler: listPublished },
  'points.awards': { ...read, input: schema.awards, rule: 'person', handler: listAreaAwards },
})
