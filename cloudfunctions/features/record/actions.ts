import type { RecordApi } from '~/types/record'
import { defineActions } from '../../core/action'
import { correctRecord } from './commands/correct'
import { exportRecord } from './commands/export'
import { readRecord } from './commands/mine'
import * as schema from './schema'

export const recordActions = defineActions<keyof RecordApi>({
  'record.mine': { input: schema.mine, rule: 'person', write: false, audit: null, handler: readRecord },
  'record.export': {
    input: schema.nothing,
    rule: 'person',
    write: true,
    audit: 'record.exported',
    handler: exportRecord,
  },
  'record.correct': {
    input: schema.correct,
    rule: 'person',
    write: true,
    audit: 'record.corrected',
    handler: correctRecord,
  },
})
