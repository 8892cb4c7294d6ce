import { defineActions } from '../../core/action'
import { listCandidates } from './commands/candidates'
import { chooseMembership } from './commands/choose'
import { confirmMembership } from './commands/confirm'
import { linkMembership } from './commands/link'
import { listMemberships } from './commands/list'
import { moveMembership } from './commands/move'
import { unlinkMembership } from './commands/unlink'
import * as schema from './schema'

type MembershipAction =
  | 'membership.choose'
  | 'membership.list'
  | 'membership.confirm'
  | 'membership.move'
  | 'membership.candidates'
  | 'membership.link'
  | 'membership.unlink'

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
  'membership.candidates': {
    input: schema.candidates,
    rule: 'membership.manage',
    write: false,
    audit: null,
    handler: listCandidates,
  },
  'membership.link': {
    input: schema.link,
    rule: 'membership.manage',
    write: true,
    audit: 'membership.linked',
    handler: linkMembership,
  },
  'membership.unlink': {
    input: schema.unlink,
    rule: 'membership.manage',
    write: true,
    audit: 'membership.unlinked',
    handler: unlinkMembership,
  },
})
