import type { CivilityApi } from '~/types/civility'
import { defineActions } from '../../core/action'
import { readReminder } from './commands/info'
import { remindGrid } from './commands/remind'
import { withdrawReminder } from './commands/withdraw'
import * as schema from './schema'

export const civilityActions = defineActions<keyof CivilityApi>({
  'civility.remind': {
    input: schema.remind,
    rule: 'civility.remind',
    write: true,
    audit: 'civility.reminded',
    handler: remindGrid,
  },
  'civility.withdraw': {
    input: schema.withdraw,
    rule: 'person',
    write: true,
    audit: 'civility.withdrawn',
    handler: withdrawReminder,
  },
  'civility.info': {
    input: schema.info,
    rule: 'person',
    write: false,
    audit: null,
    handler: readReminder,
  },
})
