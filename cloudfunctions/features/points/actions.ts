import type { PointsApi } from '~/types/points'
import { defineActions } from '../../core/action'
import { readAccount } from './commands/account'
import { approveAward } from './commands/approve'
import { listAreaAwards } from './commands/awards'
import { collectGoods } from './commands/collect'
import { decideAwardObjection } from './commands/decide-objection'
import { objectToAward } from './commands/object'
import { proposeAward } from './commands/propose'
import { listGoods } from './commands/goods'
import { offerGoods } from './commands/offer'
import { listPublished } from './commands/published'
import { redeemGoods } from './commands/redeem'
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
  'points.goods': { ...read, input: schema.goods, rule: 'person', handler: listGoods },
  'points.offer': {
    ...write,
    input: schema.offer,
    rule: 'points.goods',
    audit: 'points.offered',
    handler: offerGoods,
  },
  'points.redeem': {
    ...write,
    input: schema.redeem,
    rule: 'person',
    audit: 'points.redeemed',
    handler: redeemGoods,
  },
  'points.collect': {
    ...write,
    input: schema.collect,
    rule: 'points.goods',
    audit: 'points.collected',
    handler: collectGoods,
  },
  'points.published': { ...read, input: schema.page, rule: 'person', handler: listPublished },
  'points.awards': { ...read, input: schema.awards, rule: 'person', handler: listAreaAwards },
})
