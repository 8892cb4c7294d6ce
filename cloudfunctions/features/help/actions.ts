import type { HelpApi } from '~/types/help'
import { defineActions } from '../../core/action'
import { checkAfterAsk } from './check'
import { sayAble } from './commands/able'
import { listAbleNeighbours } from './commands/ables'
import { askForHelp } from './commands/ask'
import { attendHelp } from './commands/attend'
import { blockOther } from './commands/block'
import { callOther } from './commands/call'
import { cancelHelp } from './commands/cancel'
import { chooseHelper } from './commands/choose'
import { confirmDone } from './commands/done'
import { handleReports } from './commands/handle'
import { readHelp } from './commands/info'
import { listHelps } from './commands/list'
import { offerHelp } from './commands/offer'
import { passHelp } from './commands/pass'
import { reportHelp } from './commands/report'
import { takeHelp } from './commands/take'
import { thankForHelp } from './commands/thank'
import * as schema from './schema'

const read = { write: false, audit: null, rule: 'person' } as const
const person = { write: true, rule: 'person' } as const
const staff = { write: true, rule: 'help.manage' } as const

export const helpActions = defineActions<keyof HelpApi>({
  'help.ask': {
    ...person,
    input: schema.ask,
    audit: 'help.asked',
    handler: askForHelp,
    after: checkAfterAsk,
  },
  'help.list': { ...read, input: schema.list, handler: listHelps },
  'help.info': { ...read, input: schema.one, handler: readHelp },
  'help.take': { ...person, input: schema.one, audit: 'help.taken', handler: takeHelp },
  'help.offer': { ...person, input: schema.offer, audit: 'help.offered', handler: offerHelp },
  'help.choose': { ...person, input: schema.choose, audit: 'help.chosen', handler: chooseHelper },
  'help.done': { ...person, input: schema.one, audit: 'help.confirmed', handler: confirmDone },
  'help.thank': { ...person, input: schema.thank, audit: 'help.thanked', handler: thankForHelp },
  'help.cancel': { ...person, input: schema.cancel, audit: 'help.cancelled', handler: cancelHelp },
  'help.call': { ...person, input: schema.one, audit: 'help.called', handler: callOther },
  'help.report': { ...person, input: schema.report, audit: 'help.reported', handler: reportHelp },
  'help.attend': { ...staff, input: schema.one, audit: 'help.attended', handler: attendHelp },
  'help.handle': { ...staff, input: schema.handle, audit: 'help.handled', handler: handleReports },
  'help.pass': { ...staff, input: schema.pass, audit: 'help.passed', handler: passHelp },
  'help.block': { ...person, input: schema.one, audit: 'help.blocked', handler: blockOther },
  'help.able': { ...person, input: schema.able, audit: 'help.offering', handler: sayAble },
  'help.ables': { ...read, input: schema.ables, handler: listAbleNeighbours },
})
