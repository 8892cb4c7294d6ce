import { defineActions } from '../../core/action'
import type { EvaluationApi } from '~/types/evaluation'
import { archiveEvaluation } from './commands/archive'
import { computeEvaluation } from './commands/compute'
import { createEvaluation } from './commands/create'
import { decideObjection } from './commands/decide-objection'
import { explainEvaluation } from './commands/explain'
import { freezeEvaluation } from './commands/freeze'
import { readEvaluation } from './commands/info'
import { listOfEvaluations } from './commands/list'
import { objectToEvaluation } from './commands/object'
import { listOfObjections } from './commands/objections'
import { publishEvaluation } from './commands/publish'
import * as schema from './schema'

const read = { write: false, audit: null } as const

export const evaluationActions = defineActions<keyof EvaluationApi>({
  'evaluation.create': {
    input: schema.create,
    rule: 'evaluation.manage',
    write: true,
    audit: 'evaluation.created',
    handler: createEvaluation,
  },
  'evaluation.compute': {
    input: schema.compute,
    rule: 'evaluation.manage',
    write: true,
    audit: 'evaluation.computed',
    handler: computeEvaluation,
  },
  'evaluation.list': { ...read, input: schema.list, rule: 'person', handler: listOfEvaluations },
  'evaluation.info': { ...read, input: schema.info, rule: 'person', handler: readEvaluation },
  'evaluation.explain': { ...read, input: schema.explain, rule: 'person', handler: explainEvaluation },
  'evaluation.object': {
    input: schema.object,
    rule: 'evaluation.object',
    write: true,
    audit: 'evaluation.objected',
    handler: objectToEvaluation,
  },
  'evaluation.objections': {
    ...read,
    input: schema.objections,
    rule: 'evaluation.manage',
    handler: listOfObjections,
  },
  'evaluation.decideObjection': {
    input: schema.decideObjection,
    rule: 'evaluation.manage',
    write: true,
    audit: 'evaluation.decided',
    handler: decideObjection,
  },
  'evaluation.freeze': {
    input: schema.freeze,
    rule: 'evaluation.manage',
    write: true,
    audit: 'evaluation.frozen',
    handler: freezeEvaluation,
  },
  'evaluation.publish': {
    input: schema.publish,
    rule: 'evaluation.manage',
    write: true,
    audit: 'evaluation.published',
    handler: publishEvaluation,
  },
  'evaluation.archive': {
    input: schema.archive,
    rule: 'evaluation.manage',
    write: true,
    audit: 'evaluation.archived',
    handler: archiveEvaluation,
  },
})
