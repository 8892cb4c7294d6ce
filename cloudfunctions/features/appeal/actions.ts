import type { AppealApi } from '~/types/appeal'
import { defineActions } from '../../core/action'
import { acceptAppeal } from './commands/accept'
import { answerAppeal } from './commands/answer'
import { callSubmitter } from './commands/call'
import { escalateAppeal } from './commands/escalate'
import { finishAppeal } from './commands/finish'
import { readAppeal } from './commands/info'
import { listCases } from './commands/list'
import { rateAppeal } from './commands/rate'
import { reopenAppeal } from './commands/reopen'
import { submitAppeal } from './commands/submit'
import { suggestForText } from './commands/suggest'
import { supplementAppeal } from './commands/supplement'
import * as schema from './schema'

const read = { write: false, audit: null } as const
const write = { write: true } as const

export const appealActions = defineActions<keyof AppealApi>({
  'appeal.suggest': { ...read, input: schema.suggest, rule: 'person', handler: suggestForText },
  'appeal.submit': {
    ...write,
    input: schema.submit,
    rule: 'person',
    audit: 'appeal.submitted',
    handler: submitAppeal,
  },
  'appeal.supplement': {
    ...write,
    input: schema.supplement,
    rule: 'person',
    audit: 'appeal.supplemented',
    handler: supplementAppeal,
  },
  'appeal.accept': {
    ...write,
    input: schema.accept,
    rule: 'appeal.handle',
    audit: 'appeal.accepted',
    handler: acceptAppeal,
  },
  'appeal.answer': {
    ...write,
    input: schema.answer,
    rule: 'appeal.handle',
    audit: 'appeal.answered',
    handler: answerAppeal,
  },
  'appeal.escalate': {
    ...write,
    input: schema.escalate,
    rule: 'appeal.handle',
    audit: 'appeal.escalated',
    handler: escalateAppeal,
  },
  'appeal.finish': {
    ...write,
    input: schema.finish,
    rule: 'appeal.handle',
    audit: 'appeal.finished',
    handler: finishAppeal,
  },
  'appeal.rate': { ...write, input: schema.rate, rule: 'person', audit: 'appeal.rated', handler: rateAppeal },
  'appeal.reopen': {
    ...write,
    input: schema.reopen,
    rule: 'person',
    audit: 'appeal.reopened',
    handler: reopenAppeal,
  },
  'appeal.call': {
    ...write,
    input: schema.call,
    rule: 'appeal.handle',
    audit: 'appeal.called',
    handler: callSubmitter,
  },
  'appeal.list': { ...read, input: schema.list, rule: 'person', handler: listCases },
  'appeal.info': { ...read, input: schema.info, rule: 'person', handler: readAppeal },
})
