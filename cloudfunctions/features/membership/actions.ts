import { defineActions } from '../../core/action'
import { chooseMembership } from './commands/choose'
import { confirmMembership } from './commands/confirm'
import { listMemberships } from './commands/list'
import { moveMembership } from './commands/move'
import * as schema from './schema'

type MembershipAction = 'membership.choose' | 'membership.list' | 'membership.confirm' | 'membership.move'

export const membershipActions = defineActions<MembershipAction>({
  'membership.choose': {
    input: schema.choose,
    rule: 'person',
    write: true,
    audit: 'membership.chosen',
    handler: chooseMembership,
  },
  'membership.list': {
    input: schema.list,
    rule: 'person',
    write: false,
    audit: null,
    handler: listMemberships,
  },
  'membership.confirm': {
    input: schema.confirm,
    rule: 'membership.manage',
    write: true,
    audit: 'membership.confirmed',
    handler: confirmMembership,
  },
  'membership.move': {
    input: schema.move,
    rule: 'membership.manage',
    write: true,
    audit: 'membership.moved',
    handler: moveMembership,
  },
})
