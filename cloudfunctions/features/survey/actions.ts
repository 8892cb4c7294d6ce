import { defineActions } from '../../core/action'
import { castSurvey } from './commands/cast'
import { createSurvey } from './commands/create'
import { readSurvey } from './commands/info'
import { listOfSurveys } from './commands/list'
import { readMine } from './commands/mine'
import { openSurvey } from './commands/open'
import { previewSurvey } from './commands/preview'
import { listTemplates } from './commands/templates'
import { updateSurvey } from './commands/update'
import * as schema from './schema'

type SurveyAction =
  `survey.${'templates' | 'create' | 'update' | 'preview' | 'open' | 'list' | 'info' | 'cast' | 'mine'}`

const read = { write: false, audit: null } as const

export const surveyActions = defineActions<SurveyAction>({
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
  'survey.cast': {
    input: schema.cast,
    rule: 'person',
    write: true,
    audit: null,
    forgetful: true,
    handler: castSurvey,
  },
})
