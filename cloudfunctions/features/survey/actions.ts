import type { SurveyApi } from '~/types/survey-api'
import { defineActions } from '../../core/action'
import { appointHelper } from './commands/appoint'
import { lookAtDoor } from './commands/at-door'
import { castSurvey } from './commands/cast'
import { castAtDoor } from './commands/cast-at-door'
import { closeSurvey } from './commands/close'
import { correctSurvey } from './commands/correct'
import { createSurvey } from './commands/create'
import { dismissHelper } from './commands/dismiss'
import { exportSurvey } from './commands/export'
import { readFlags, reviewFlag } from './commands/flags'
import { readSurvey } from './commands/info'
import { listOfSurveys } from './commands/list'
import { readMine } from './commands/mine'
import { openSurvey } from './commands/open'
import { readParticipation } from './commands/participation'
import { publishSurvey } from './commands/publish'
import { readReceipts } from './commands/receipts'
import { previewSurvey } from './commands/preview'
import { readRechecks, writeRecheck } from './commands/rechecks'
import { readSaid } from './commands/said'
import { readResults } from './commands/results'
import { listTemplates } from './commands/templates'
import { updateSurvey } from './commands/update'
import * as schema from './schema'
import { sealDue } from './timers'

const read = { write: false, audit: null } as const

export const surveyActions = defineActions<keyof SurveyApi>({
  'survey.templates': { ...read, input: schema.templates, rule: 'survey.manage', handler: listTemplates },
  'survey.create': {
    input: schema.create,
    rule: 'survey.manage',
    write: true,
    audit: 'survey.created',
    handler: createSurvey,
  },
  'survey.update': {
    input: schema.update,
    rule: 'survey.manage',
    write: true,
    audit: 'survey.updated',
    handler: updateSurvey,
  },
  'survey.preview': { ...read, input: schema.preview, rule: 'survey.manage', handler: previewSurvey },
  'survey.open': {
    input: schema.open,
    rule: 'survey.manage',
    write: true,
    audit: 'survey.opened',
    handler: openSurvey,
  },
  'survey.list': { ...read, input: schema.list, rule: 'person', handler: listOfSurveys },
  'survey.info': { ...read, input: schema.info, rule: 'person', handler: readSurvey },
  'survey.mine': { ...read, input: schema.mine, rule: 'person', handler: readMine },
  'survey.close': {
    input: schema.close,
    rule: 'survey.manage',
    write: true,
    audit: 'survey.closed',
    handler: closeSurvey,
    after: async (deps, newId) => {
      await sealDue(deps, newId)
    },
  },
  'survey.correct': {
    input: schema.correct,
    rule: 'survey.manage',
    write: true,
    audit: 'survey.corrected',
    handler: correctSurvey,
  },
  'survey.publish': {
    input: schema.publish,
    rule: 'survey.manage',
    write: true,
    audit: 'survey.published',
    handler: publishSurvey,
  },
  'survey.participation': {
    ...read,
    input: schema.participation,
    rule: 'survey.view',
    handler: readParticipation,
  },
  'survey.results': { ...read, input: schema.results, rule: 'person', handler: readResults },
  'survey.receipts': { ...read, input: schema.receipts, rule: 'person', handler: readReceipts },
  'survey.cast': {
    input: schema.cast,
    rule: 'person',
    write: true,
    audit: null,
    forgetful: true,
    handler: castSurvey,
  },
  'survey.export': { ...read, input: schema.exported, rule: 'survey.manage', handler: exportSurvey },
  'survey.said': { ...read, input: schema.said, rule: 'survey.manage', handler: readSaid },
  'survey.appoint': {
    input: schema.appoint,
    rule: 'survey.manage',
    write: true,
    audit: 'survey.appointed',
    handler: appointHelper,
  },
  'survey.dismiss': {
    input: schema.dismiss,
    rule: 'survey.manage',
    write: true,
    audit: 'survey.dismissed',
    handler: dismissHelper,
  },
  'survey.atDoor': {
    input: schema.atDoor,
    rule: 'person',
    write: true,
    audit: 'survey.looked',
    handler: lookAtDoor,
  },
  'survey.castAtDoor': {
    input: schema.castAtDoor,
    rule: 'person',
    write: true,
    audit: 'survey.entered',
    forgetful: true,
    handler: castAtDoor,
  },
  'survey.rechecks': { ...read, input: schema.rechecks, rule: 'survey.recheck', handler: readRechecks },
  'survey.recheck': {
    input: schema.recheck,
    rule: 'survey.recheck',
    write: true,
    audit: 'survey.rechecked',
    handler: writeRecheck,
  },
  'survey.flags': { ...read, input: schema.flags, rule: 'survey.recheck', handler: readFlags },
  'survey.review': {
    input: schema.review,
    rule: 'survey.recheck',
    write: true,
    audit: 'survey.reviewed',
    handler: reviewFlag,
  },
})
