import type { TriageOutcome } from './appeal'

/** 党组织评价: how the village organisations of a district or town stand, and how each number came about. */

export const EVALUATION_STATUSES = ['draft', 'objecting', 'frozen', 'published', 'archived'] as const
/**
 * draft: made, nothing worked out · objecting: each village sees its own number and may object · frozen: objections are
 * decided, nothing changes any more · published: everybody of the area sees it · archived: over, kept to be read.
 */
export type EvaluationStatus = (typeof EVALUATION_STATUSES)[number]

/** What the number is made of; one without data is left out and its weight goes to the others. */
export const EVALUATION_COMPONENTS = ['satisfaction', 'appeals', 'service', 'coverage'] as const
/** satisfaction: 群众满意度 · appeals: 诉求三率 · service: 志愿与党员报到 · coverage: 参与率 */
export type EvaluationComponent = (typeof EVALUATION_COMPONENTS)[number]

/** Why a component does not count. few: too few to be shown · no_data: nothing there · objection: an objection was upheld. */
export const LEFT_OUT_REASONS = ['few', 'no_data', 'objection'] as const
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number]

/** The three rates, percent of what they are shares of. */
export const APPEAL_RATES = ['inTime', 'solved', 'satisfied'] as const
export type AppealRate = (typeof APPEAL_RATES)[number]

/** What a component was worked out from; shares and scores are 0 to 100, the rest are counts. */
export const EVALUATION_FACTS = [
  'ballots',
  'electors',
  'low',
  'high',
  'effective',
  'weighted',
  'banded',
  'counted',
  'excluded',
  'pending',
  'reached',
  'reachedShare',
  'inTime',
  'solved',
  'satisfied',
  'hours',
  'people',
  'partyMembers',
  'partyShare',
] as const
export type EvaluationFact = (typeof EVALUATION_FACTS)[number]

export const EVALUATION_BANDS = ['higher', 'similar', 'lower'] as const
export type EvaluationBand = (typeof EVALUATION_BANDS)[number]

/** Like is compared with like: streets with streets, towns with towns, and each with its size. */
export const EVALUATION_KINDS = ['street', 'town'] as const
export const EVALUATION_SIZES = ['any', 'small', 'middle', 'large'] as const
export type EvaluationKind = (typeof EVALUATION_KINDS)[number]
export type EvaluationSize = (typeof EVALUATION_SIZES)[number]

/** Characters. */
export const EVALUATION_LIMITS = { title: 40, reason: 300, words: 300, periodDays: 731 } as const

export const EVALUATION_REASONS = [
  'wrong_status',
  'changed',
  'survey_open',
  'objection_waiting',
  'objection_decided',
  'objection_window',
  'own_decision',
] as const
export type EvaluationReason = (typeof EVALUATION_REASONS)[number]

export const EVALUATION_ACTIONS = [
  'evaluation.compute',
  'evaluation.explain',
  'evaluation.object',
  'evaluation.decideObjection',
  'evaluation.freeze',
  'evaluation.publish',
  'evaluation.archive',
] as const
/** What may be asked for on an evaluation; a view lists those that the caller may use now. */
export type EvaluationAction = (typeof EVALUATION_ACTIONS)[number]

/** The settings that an evaluation was worked out with, and their versions. */
export interface EvaluationTerms {
  /** Weights of the components; only their ratios count. */
  weights: Record<EvaluationComponent, number>
  /** Weights of the three rates; what a partly solved case counts, percent; call-backs reached below which no place is given, percent. */
  rates: Record<AppealRate, number> & { partly: number; minReached: number }
  /** Points of the five levels of satisfaction, best first. */
  points: number[]
  /** Days to object; people asked up to which a village is small, and from which it is large; hours and share of party members that count as 100. */
  terms: { objectionDays: number; small: number; large: number; hours: number; partyShare: number }
  /** How cases ended that are not counted (regulation on appeals, art. 11). */
  excluded: TriageOutcome[]
  versions: Record<string, number>
}

export interface ComponentView {
  name: EvaluationComponent
  /** Percent, as set. */
  weight: number
  /** Percent that it counts here, after those left out gave theirs. */
  share: number
  /** 0 to 100; null when left out. */
  value: number | null
  /** Standard error in points; 0 for what is counted completely. */
  error: number
  leftOut: LeftOutReason | null
  facts: Partial<Record<EvaluationFact, number>>
}

export interface EvaluationView {
  id: string
  title: string
  status: EvaluationStatus
  areaCode: string
  areaName: string
  /** The survey that satisfaction and coverage come from. */
  surveyId: string | null
  surveyTitle: string
  /** ISO 8601, UTC; the period of the appeals. */
  from: string
  to: string
  /** Counts up with each time it was worked out. */
  edition: number
  terms: EvaluationTerms | null
  /** Until when villages may object. */
  objectionsUntil: string | null
  publishedAt: string | null
  villageCount: number
  /** Objections that wait for a decision; only for who made it. */
  waiting: number | null
  /** Villages that the caller speaks for. */
  own: string[]
  can: EvaluationAction[]
}

/** One village of it. Places are shared where intervals overlap (并列). */
export interface EvaluationVillageRowView {
  areaCode: string
  name: string
  townName: string
  kind: EvaluationKind
  size: EvaluationSize
  /** Null when no component has data. */
  score: number | null
  /** Null when too little is known to place it. */
  places: { from: number; to: number; of: number } | null
  band: EvaluationBand | null
  /** Cases of danger in the period, and those of them that ran out of time; beside the score, never in it. */
  danger: { cases: number; late: number }
}

export interface EvaluationObjectionView {
  id: string
  areaCode: string
  name: string
  reason: string
  /** ISO 8601, UTC. */
  at: string
  upheld: boolean | null
  words: string
  leftOut: EvaluationComponent | null
  decidedAt: string | null
  can: 'evaluation.decideObjection'[]
}

export interface EvaluationVillageView extends EvaluationVillageRowView {
  evaluation: EvaluationView
  /** Of the score. */
  low: number | null
  high: number | null
  components: ComponentView[]
  objections: EvaluationObjectionView[]
  can: EvaluationAction[]
}

export interface EvaluationApi {
  /** A district or town begins an evaluation of its villages. `surveyId`: a closed survey of the area. */
  'evaluation.create': {
    input: { areaCode: string; title: string; surveyId?: string; from: string; to: string }
    output: EvaluationView
  }
  'evaluation.compute': { input: { id: string }; output: EvaluationView }
  'evaluation.list': {
    input: { cursor?: string; limit?: number }
    output: { items: EvaluationView[]; nextCursor?: string }
  }
  /** With its villages, class by class, in the order of their places; of those that share the first place the surer ones, then by code. */
  'evaluation.info': {
    input: { id: string; cursor?: string; limit?: number }
    output: EvaluationView & { items: EvaluationVillageRowView[]; nextCursor?: string }
  }
  'evaluation.explain': { input: { id: string; areaCode: string }; output: EvaluationVillageView }
  'evaluation.object': {
    input: { id: string; areaCode: string; reason: string }
    output: EvaluationVillageView
  }
  'evaluation.objections': {
    input: { id: string; cursor?: string; limit?: number }
    output: { items: EvaluationObjectionView[]; nextCursor?: string }
  }
  /** `leaveOut`: the component that does not count for the village, where the objection is upheld. */
  'evaluation.decideObjection': {
    input: { id: string; upheld: boolean; words: string; leaveOut?: EvaluationComponent }
    output: EvaluationObjectionView
  }
  'evaluation.freeze': { input: { id: string }; output: EvaluationView }
  'evaluation.publish': { input: { id: string }; output: EvaluationView }
  'evaluation.archive': { input: { id: string }; output: EvaluationView }
}
