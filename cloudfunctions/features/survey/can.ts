import type { Standing, SurveyAction, SurveyStatus } from '~/types/survey'
import { can, scopesOf, type Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import { isJudged, sharedAreas, type SurveyRelation } from './policy'
import { isOpen } from './standing'

/** What the makers may do at each point. */
const MAKING: Record<SurveyStatus, readonly SurveyAction[]> = {
  draft: ['survey.update', 'survey.preview', 'survey.open'],
  open: ['survey.close', 'survey.correct', 'survey.appoint', 'survey.participation'],
  closing: ['survey.participation'],
  closed: ['survey.results', 'survey.publish', 'survey.export', 'survey.said', 'survey.participation'],
  published: ['survey.results', 'survey.export', 'survey.said', 'survey.participation'],
  replaced: [],
}

/** The actor may enter ballots on paper in some grid of it: as helper, or as staff that is not judged. */
export function mayHelpIn(
  actor: Actor,
  survey: Row<'survey'>,
  gridCode: string,
  helperCode?: string,
): boolean {
  const inside = helperCode !== undefined && gridCode.startsWith(helperCode)
  return (inside || can(actor, 'survey.help', gridCode)) && !isJudged(actor, survey.subject, gridCode)
}

interface About {
  relation: SurveyRelation
  standing: Standing
  /** Area for which the actor was asked to help. */
  helperCode?: string | undefined
}

/** What the actor may do with the survey at this moment; the pages draw exactly these buttons. */
export function allowedActions(
  actor: Actor,
  survey: Row<'survey'>,
  { relation, standing, helperCode }: About,
  now: Date,
): SurveyAction[] {
  const { status } = survey
  const votes = isOpen(survey, now) && (standing === 'may' || standing === 'voted')
  const places = [...sharedAreas(scopesOf(actor, 'survey.help'), survey), ...(helperCode ? [helperCode] : [])]
  const helps = isOpen(survey, now) && places.some((code) => mayHelpIn(actor, survey, code, helperCode))
  const counted = status === 'closed' || status === 'published'
  const checks = sharedAreas(scopesOf(actor, 'survey.recheck'), survey).length > 0 && status !== 'draft'
  const actions: SurveyAction[] = [
    ...(votes ? (['survey.cast'] as const) : []),
    ...(relation === 'maker' ? MAKING[status] : []),
    ...(relation === 'staff' && status !== 'replaced' ? (['survey.participation'] as const) : []),
    ...(status === 'published' && relation !== 'maker' ? (['survey.results'] as const) : []),
    ...(counted ? (['survey.receipts'] as const) : []),
    ...(helps ? (['survey.atDoor'] as const) : []),
    ...(checks && status !== 'replaced' ? (['survey.rechecks', 'survey.flags'] as const) : []),
  ]
  return actions
}
