import { defineActions } from '../../core/action'
import { bindGroup } from './commands/bind'
import * as schema from './schema'

export const groupActions = defineActions<'group.bind'>({
  'group.bind': {
    input: schema.bind,
    rule: 'group.bind',
    write: true,
    audit: 'group.bound',
    handler: bindGroup,
  },
})
