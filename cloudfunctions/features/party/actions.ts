import type { PartyApi } from '~/types/party'
import { defineActions } from '../../core/action'
import { checkIn } from './commands/check-in'
import { confirmMember } from './commands/confirm'
import { leaveParty } from './commands/leave'
import { readMembers } from './commands/members'
import { readMine } from './commands/mine'
import { offerPost } from './commands/offer-post'
import { readPosts } from './commands/posts'
import { readReport } from './commands/report'
import { takePost } from './commands/take-post'
import * as schema from './schema'

const read = { write: false, audit: null } as const
const write = { write: true } as const

export const partyActions = defineActions<keyof PartyApi>({
  'party.checkIn': {
    ...write,
    input: schema.checkIn,
    rule: 'person',
    audit: 'party.registered',
    handler: checkIn,
  },
  'party.mine': { ...read, input: schema.nothing, rule: 'person', handler: readMine },
  'party.posts': { ...read, input: schema.nothing, rule: 'person', handler: readPosts },
  'party.takePost': {
    ...write,
    input: schema.takePost,
    rule: 'person',
    audit: 'party.posted',
    handler: takePost,
  },
  'party.offerPost': {
    ...write,
    input: schema.offerPost,
    rule: 'party.manage',
    audit: 'party.offered',
    handler: offerPost,
  },
  'party.confirm': {
    ...write,
    input: schema.confirm,
    rule: 'party.manage',
    audit: 'party.decided',
    handler: confirmMember,
  },
  'party.leave': { ...write, input: schema.leave, rule: 'person', audit: 'party.left', handler: leaveParty },
  'party.members': { ...read, input: schema.members, rule: 'party.manage', handler: readMembers },
  'party.report': { ...read, input: schema.report, rule: 'party.view', handler: readReport },
})
