import type { AppealApi } from '~/types/appeal-api'
import { defineActions } from '../../core/action'
import { checkAfter } from './check'
import { acceptAppeal } from './commands/accept'
import { answerAppeal } from './commands/answer'
import { arriveAtAppeal } from './commands/arrive'
import { callSubmitter } from './commands/call'
import { callBackAppeal } from './commands/call-back'
import { captureAppeal } from './commands/capture'
import { noteContact } from './commands/contact'
import { decideExtension } from './commands/decide-extension'
import { decideObjection } from './commands/decide-objection'
import { dispatchAppeal } from './commands/dispatch'
import { escalateAppeal } from './commands/escalate'
import { extendAppeal } from './commands/extend'
import { finishAppeal } from './commands/finish'
import { handOverAppeal } from './commands/hand-over'
import { listHelpers } from './commands/helpers'
import { readAppeal } from './commands/info'
import { joinAppeal } from './commands/join'
import { listCases } from './commands/list'
import { readMonth } from './commands/month'
import { objectAppeal } from './commands/object'
import { passAppeal } from './commands/pass'
import { rateAppeal } from './commands/rate'
import { referAppeal } from './commands/refer'
import { releaseFromAppeal } from './commands/release'
import { reopenAppeal } from './commands/reopen'
import { reviewAppeal } from './commands/review'
import { shelveAppeal } from './commands/shelve'
import { findSimilar } from './commands/similar'
import { submitAppeal } from './commands/submit'
import { suggestForText } from './commands/suggest'
import { supplementAppeal } from './commands/supplement'
import { thankForAppeal } from './commands/thank'
import { triageAppeal } from './commands/triage'
import { urgeAppeal } from './commands/urge'
import { whistleAppeal } from './commands/whistle'
import { withdrawAppeal } from './commands/withdraw'
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
    after: checkAfter,
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
    rule: 'person',
    audit: 'appeal.called',
    handler: callSubmitter,
  },
  'appeal.contact': {
    ...write,
    input: schema.contact,
    rule: 'appeal.handle',
    audit: 'appeal.contacted',
    handler: noteContact,
  },
  'appeal.similar': { ...read, input: schema.similar, rule: 'person', handler: findSimilar },
  'appeal.join': {
    ...write,
    input: schema.join,
    rule: 'person',
    audit: 'appeal.joined',
    handler: joinAppeal,
  },
  'appeal.urge': { ...write, input: schema.urge, rule: 'person', audit: 'appeal.urged', handler: urgeAppeal },
  'appeal.withdraw': {
    ...write,
    input: schema.withdraw,
    rule: 'person',
    audit: 'appeal.withdrawn',
    handler: withdrawAppeal,
  },
  'appeal.capture': {
    ...write,
    input: schema.capture,
    rule: 'appeal.handle',
    audit: 'appeal.captured',
    handler: captureAppeal,
    after: checkAfter,
  },
  'appeal.triage': {
    ...write,
    input: schema.triage,
    rule: 'appeal.handle',
    audit: 'appeal.triaged',
    handler: triageAppeal,
  },
  'appeal.dispatch': {
    ...write,
    input: schema.dispatch,
    rule: 'appeal.dispatch',
    audit: 'appeal.dispatched',
    handler: dispatchAppeal,
  },
  'appeal.object': {
    ...write,
    input: schema.object,
    rule: 'appeal.handle',
    audit: 'appeal.objected',
    handler: objectAppeal,
  },
  'appeal.decideObjection': {
    ...write,
    input: schema.decideObjection,
    rule: 'appeal.decide',
    audit: 'appeal.decided',
    handler: decideObjection,
  },
  'appeal.whistle': {
    ...write,
    input: schema.whistle,
    rule: 'appeal.dispatch',
    audit: 'appeal.whistled',
    handler: whistleAppeal,
  },
  'appeal.arrive': {
    ...write,
    input: schema.arrive,
    rule: 'appeal.handle',
    audit: 'appeal.arrived',
    handler: arriveAtAppeal,
  },
  'appeal.release': {
    ...write,
    input: schema.release,
    rule: 'appeal.dispatch',
    audit: 'appeal.released',
    handler: releaseFromAppeal,
  },
  'appeal.extend': {
    ...write,
    input: schema.extend,
    rule: 'appeal.handle',
    audit: 'appeal.extended',
    handler: extendAppeal,
  },
  'appeal.decideExtension': {
    ...write,
    input: schema.decideExtension,
    rule: 'person',
    audit: 'appeal.prolonged',
    handler: decideExtension,
  },
  'appeal.shelve': {
    ...write,
    input: schema.shelve,
    rule: 'appeal.handle',
    audit: 'appeal.shelved',
    handler: shelveAppeal,
  },
  'appeal.review': {
    ...write,
    input: schema.review,
    rule: 'appeal.handle',
    audit: 'appeal.reviewed',
    handler: reviewAppeal,
  },
  'appeal.handOver': {
    ...write,
    input: schema.handOver,
    rule: 'appeal.handle',
    audit: 'appeal.handed',
    handler: handOverAppeal,
  },
  'appeal.pass': {
    ...write,
    input: schema.pass,
    rule: 'appeal.handle',
    audit: 'appeal.passed',
    handler: passAppeal,
  },
  'appeal.callBack': {
    ...write,
    input: schema.callBack,
    rule: 'person',
    audit: 'appeal.asked',
    handler: callBackAppeal,
  },
  'appeal.thank': {
    ...write,
    input: schema.thank,
    rule: 'person',
    audit: 'appeal.thanked',
    handler: thankForAppeal,
  },
  'appeal.refer': {
    ...write,
    input: schema.refer,
    rule: 'appeal.decide',
    audit: 'appeal.referred',
    handler: referAppeal,
  },
  'appeal.helpers': { ...read, input: schema.helpers, rule: 'person', handler: listHelpers },
  'appeal.list': { ...read, input: schema.list, rule: 'person', handler: listCases },
  'appeal.month': { ...read, input: schema.month, rule: 'person', handler: readMonth },
  'appeal.info': { ...read, input: schema.info, rule: 'person', handler: readAppeal },
})
