import { defineActions } from '../../core/action'
import { approveSetting } from './commands/approve'
import { listSettings } from './commands/list'
import { proposeSetting } from './commands/propose'
import { refuseSetting } from './commands/refuse'
import * as schema from './schema'

type SettingAction = 'setting.list' | 'setting.propose' | 'setting.approve' | 'setting.refuse'

export const settingActions = defineActions<SettingAction>({
  'setting.list': {
    input: schema.list,
    rule: 'setting.propose',
    write: false,
    audit: null,
    handler: listSettings,
  },
  'setting.propose': {
    input: schema.propose,
    rule: 'setting.propose',
    write: true,
    audit: 'setting.proposed',
    handler: proposeSetting,
  },
  'setting.approve': {
    input: schema.approve,
    rule: 'setting.approve',
    write: true,
    audit: 'setting.approved',
    handler: approveSetting,
  },
  'setting.refuse': {
    input: schema.refuse,
    rule: 'setting.approve',
    write: true,
    audit: 'setting.refused',
    handler: refuseSetting,
  },
})
