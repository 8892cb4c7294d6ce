import { isWithin } from '~/types/area'
import type { EvaluationAction, EvaluationStatus } from '~/types/evaluation'
import { can, publicGridsOf, scopesOf, type Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import { nextActions } from '../../core/workflow'
import { evaluationWorkflow } from './workflow'

type Evaluation = Row<'evaluation'>
/** maker: may evaluate the area · staff: looks after some of its villages · neighbour: lives there. */
export type EvaluationRelation = 'maker' | 'staff' | 'neighbour'

export const isOut = (status: EvaluationStatus) => status === 'published' || status === 'archived'
const overlaps = (one: string, other: string) => isWithin(one, other) || isWithin(other, one)

/** How the actor stands to an evaluation; undefined means that for them it does not exist. */
export function relationTo(actor: Actor, { areaCode, status }: Evaluation): EvaluationRelation | undefined {
  if (can(actor, 'evaluation.manage', areaCode)) {
    return 'maker'
  }
  if (status !== 'draft' && scopesOf(actor, 'evaluation.view').some((scope) => overlaps(scope, areaCode))) {
    return 'staff'
  }
  const near = publicGridsOf(actor).some((grid) => isWithin(grid, areaCode))
  return isOut(status) && near ? 'neighbour' : undefined
}

/** Whether the actor may see the number of one village: before publication only their own. */
export function maySee(actor: Actor, evaluation: Evaluation, village: string): boolean {
  return (
    isOut(evaluation.status) ||
    can(actor, 'evaluation.manage', evaluation.areaCode) ||
    scopesOf(actor, 'evaluation.view').some((scope) => overlaps(scope, village))
  )
}

export const mayObject = (evaluation: Evaluation, now: Date): boolean =>
  evaluation.status === 'objecting' && evaluation.objectionsUntil !== null && now < evaluation.objectionsUntil

/** What the actor may do with the whole evaluation at this moment. */
export function allowedActions(actor: Actor, evaluation: Evaluation, waiting: number, now: Date) {
  if (relationTo(actor, evaluation) !== 'maker') {
    return []
  }
  const moves: EvaluationAction[] = nextActions(evaluationWorkflow, evaluation.status, () => true)
  const ready = waiting === 0 && !mayObject(evaluation, now)
  const decides = evaluation.status === 'objecting' && waiting > 0
  const open = moves.filter((action) => action !== 'evaluation.freeze' || ready)
  return decides ? [...open, 'evaluation.decideObjection' as const] : open
}
