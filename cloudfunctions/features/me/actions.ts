import { defineActions } from '../../core/action'
import { consent } from './commands/consent'
import { enter } from './commands/enter'
import { exportMe } from './commands/export'
import { removeMe } from './commands/remove'
import { updateMe } from './commands/update'
import * as schema from './schema'

type MeAction = 'me.enter' | 'me.update' | 'me.consent' | 'me.export' | 'me.remove'

export const meActions = defineActions<MeAction>({
  'me.enter': { input: schema.enter, rule: 'person', write: true, audit: null, handler: enter },
  'me.update': { input: schema.update, rule: 'person', write: true, audit: 'me.updated', handler: updateMe },
  'me.consent': {
    input: schema.consent,
    rule: 'person',
    write: true,
    audit: 'me.consented',
    handler: consent,
  },
  'me.export': {
    input: schema.nothing,
    rule: 'person',
    write: true,
    audit: 'me.exported',
    handler: exportMe,
  },
  'me.remove': { input: schema.remove, rule: 'person', write: true, audit: 'me.removed', handler: removeMe },
})
