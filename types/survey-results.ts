import type { QuestionKind, SurveyAction, SurveyStatus } from './survey'

/** A number from 0 to 100 with its 95 % interval. */
export interface EstimateView {
  value: number
  low: number
  high: number
}
/** Why a figure is not shown. too_few: below the minimum · complement: it would give another one away. */
export const HIDDEN_REASONS = ['too_few', 'complement'] as const
export type HiddenReason = (typeof HIDDEN_REASONS)[number]

/** higher: better than the whole with 95 % certainty · similar: not to be told apart from it · lower. */
export const RESULT_BANDS = ['higher', 'similar', 'lower'] as const
export type ResultBand = (typeof RESULT_BANDS)[number]

export interface SurveyFiguresView {
  electors: number
  ballots: number
  onPaper: number
  /** Ballots of electors, percent. */
  coverage: number
  /** Why score and share are missing; null when they are there. */
  hidden: HiddenReason | null
  /** Points, post-stratified to those asked. */
  score: EstimateView | null
  /** Percent of satisfied. */
  satisfied: EstimateView | null
  /** Ballots that the weighted figures are worth. */
  effective: number | null
  /** Points more than last time; `certain` when more than chance. */
  change: { value: number; certain: boolean } | null
}

export interface AnswerShareView {
  label: string
  /** Percent of the ballots that answered; null when hidden. */
  share: number | null
}
export interface QuestionResultView {
  kind: QuestionKind
  text: string
  /** Ballots with an answer other than 不了解. */
  answered: number
  unknown: number
  score: EstimateView | null
  satisfied: EstimateView | null
  shares: AnswerShareView[]
  hidden: HiddenReason | null
  change: { value: number; certain: boolean } | null
}

export interface AreaResultView extends SurveyFiguresView {
  areaCode: string
  name: string
  /** Place among the ranked; the same for all that cannot be told apart from the one before. */
  place: number | null
  tied: boolean
  /** The score drawn towards the whole by how few ballots it rests on; what the place goes by. */
  shrunk: EstimateView | null
  band: ResultBand | null
  passed: boolean | null
}

export interface SurveyResultsView {
  id: string
  title: string
  status: SurveyStatus
  /** ISO 8601, UTC. */
  closedAt: string
  areaCode: string
  areaName: string
  figures: SurveyFiguresView
  /** The same without the ballots on paper; null when there are too few of either. */
  withoutPaper: SurveyFiguresView | null
  /** Enough took part; null where the survey asks for no quorum. */
  quorate: boolean | null
  passed: boolean | null
  questions: QuestionResultView[]
  /** What the places below are: towns, villages, or grids, which show only their band. */
  areasAre: 'town' | 'village' | 'grid'
  items: AreaResultView[]
  nextCursor?: string
  /** The places do not differ by more than chance. */
  noDifference: boolean
  previous: { id: string; title: string; closedAt: string } | null
  can: SurveyAction[]
}
