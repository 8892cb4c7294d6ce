import type { BlockApi } from '~/types/thread'
import { defineActions } from '../../core/action'
import { listBlockedPeople } from './commands/list'
import { unblock } from './commands/remove'
import * as schema from './schema'

export const blockActions = defineActions<keyof BlockApi>({
  'block.list': { input: schema.list, rule: 'person', write: false, audit: null, handler: listBlockedPeople },
  'block.remove': {
    input: schema.remove,
    rule: 'person',
    write: true,
    audit: 'block.removed',
    handler: unblock,
  },
})
