import { defineActions } from '../../core/action'
import { endRole } from './commands/end'
import { giveRole } from './commands/give'
import { listRoles } from './commands/list'
import * as schema from './schema'

type AssignmentAction = 'assignment.list' | 'assignment.give' | 'assignment.end'

export const assignmentActions = defineActions<AssignmentAction>({
  'assignment.list': {
    input: schema.list,
    rule: 'assignment.view',
    write: false,
    audit: null,
    handler: listRoles,
  },
  'assignment.give': {
    input: schema.give,
    rule: 'assignment.give',
    write: true,
    audit: 'assignment.given',
    handler: giveRole,
  },
  'assignment.end': {
    input: schema.end,
    rule: 'assignment.give',
    write: true,
    audit: 'assignment.ended',
    handler: endRole,
  },
})
