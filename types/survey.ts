import type { Tone } from './feed'

export const SURVEY_STATUSES = ['draft', 'open', 'closing', 'closed', 'published', 'replaced'] as const
/**
 * draft: being written · open: ballots come in · closing: over, the box is being shuffled · closed: counted, seen by who
 * made it · published: seen by all who were asked · replaced: corrected by a new version, its ballots are gone.
 */
export type SurveyStatus = (typeof SURVEY_STATUSES)[number]

/** Whose work is judged; they neither make nor help with it. */
export const SURVEY_SUBJECTS = ['village_organisation', 'grid_worker', 'service', 'other'] as const
export type SurveySubject = (typeof SURVEY_SUBJECTS)[number]

/** Who is asked: everybody of age · one ballot a household · party members of age. */
export const SURVEY_AUDIENCES = ['everyone', 'households', 'party_members'] as const
export type SurveyAudience = (typeof SURVEY_AUDIENCES)[number]

export const SURVEY_TEMPLATES = ['village_organisation', 'grid_worker', 'service', 'blank'] as const
export type SurveyTemplate = (typeof SURVEY_TEMPLATES)[number]

/** scale: five levels from 非常满意 to 非常不满意 · single and several: of the options · score: 0 to 10 · text: words. */
export const QUESTION_KINDS = ['scale', 'single', 'several', 'score', 'text'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]
/** Kinds that are turned into 0 to 100 points. */
export const SCORED_KINDS = ['scale', 'score'] as const satisfies readonly QuestionKind[]

/** 非常满意, 满意, 基本满意, 不满意, 非常不满意 (国办发〔2019〕51号), in this order; an answer is 1 to 5. */
export const SCALE_LEVELS = 5
/** Levels of the scale that count as satisfied (domain rules 3.1: the three best). */
export const SATISFIED_LEVELS = 3
/** From here on, of ten, somebody counts as satisfied. */
export const SATISFIED_SCORE = 6
/** 不了解: an answer, and not a score. */
export const UNKNOWN_ANSWER = -1

/** How a ballot came in: by the person's own phone, on paper at the door, or at a polling place. */
export const BALLOT_ORIGINS = ['program', 'door', 'booth'] as const
export type BallotOrigin = (typeof BALLOT_ORIGINS)[number]
export type PaperOrigin = Exclude<BallotOrigin, 'program'>

/** First years of the age bands 18–44, 45–59, 60–74 and 75 and older (domain rules 3.3). */
export const AGE_BANDS = [18, 45, 60, 75] as const
export type AgeBand = (typeof AGE_BANDS)[number]

export const SURVEY_LIMITS = {
  title: 40,
  why: 300,
  questions: 8,
  question: 80,
  options: 12,
  option: 30,
  /** Characters of a short text. */ text: 200,
  reason: 200,
  words: 200,
  areas: 50,
  /** Days that a survey may stay open. */ days: 60,
  /** Weight of a question. */ weight: 100,
} as const
/** Characters of a receipt. */
export const RECEIPT_LENGTH = 8

/** Reasons that accompany CONFLICT. */
export const SURVEY_REASONS = [
  'wrong_status',
  'changed',
  'survey_closed',
  'not_asked',
  'assurance_needed',
  'not_on_roll',
  'voted_elsewhere',
  'household_voted',
  'wrong_edition',
  'nobody_asked',
  'closes_too_early',
  'rechecked',
] as const
export type SurveyReason = (typeof SURVEY_REASONS)[number]

export const SURVEY_ACTIONS = [
  'survey.update',
  'survey.preview',
  'survey.open',
  'survey.cast',
  'survey.close',
  'survey.correct',
  'survey.results',
  'survey.publish',
  'survey.receipts',
  'survey.participation',
  'survey.appoint',
  'survey.atDoor',
  'survey.rechecks',
  'survey.flags',
  'survey.said',
  'survey.export',
] as const
/** What may be asked for on a survey; a view lists those that the caller may use now. */
export type SurveyAction = (typeof SURVEY_ACTIONS)[number]

export interface SurveyQuestion {
  kind: QuestionKind
  text: string
  /** Only for single and several; empty otherwise. */
  options: string[]
  /** Must be answered; 不了解 is an answer. */
  required: boolean
  /** Share in the score, beside the weights of the others; 0 for kinds that give no points. */
  weight: number
}

/** By which a survey is decided; fixed when it opens. */
export interface SurveyRules {
  /** Points of the five levels, best first. */
  points: number[]
  /** Ballots below which nothing of a place is shown. */
  minBallots: number
  /** Ballots below which a place is not ranked. */
  rankBallots: number
  /** Percent of those asked who must take part for the result to hold; 0 when any number does. */
  quorum: number
  /** Percent of satisfied from which a place has passed; 0 when nothing is passed or failed. */
  pass: number
  publish: SurveyPublish
}
/** What those who were asked are shown afterwards. */
export interface SurveyPublish {
  /** Villages in order; each place sees its own result in any case. */
  ranking: boolean
  /** The single questions. */
  questions: boolean
  /** Whether a grid stands above, beside or below the others; never its points (domain rules 3.2). */
  grids: boolean
}

/** What the maker fills in. */
export interface SurveyInput {
  template: SurveyTemplate
  subject: SurveySubject
  title: string
  /** What it is for and who asked for it. */
  why: string
  /** Codes of the places that are asked; none inside another. */
  areaCodes: string[]
  audience: SurveyAudience
  /** Nobody can see who answered what. */
  secret: boolean
  questions: SurveyQuestion[]
  rules: SurveyRules
  /** ISO 8601, UTC. */
  closesAt: string
  /** The earlier survey that the change is counted from. */
  previousId?: string
}

/** A survey to begin with. */
export interface SurveyTemplateView extends Omit<SurveyInput, 'areaCodes' | 'closesAt' | 'previousId'> {
  /** Days that it usually stays open. */
  days: number
}

/**
 * One answer in the order of the questions. scale: 1 (best) to 5 or -1 for 不了解 · single: 1 to the number of options ·
 * several: those numbers · score: 0 to 10 or -1 · text: words · null: left out.
 */
export type SurveyAnswer = number | number[] | string | null

/** The sheet as a resident sees it. */
export interface SurveyPaperView {
  title: string
  why: string
  /** Who asks: 平谷区, 大兴庄镇, 西柏店村. */
  ownerName: string
  secret: boolean
  questions: SurveyQuestion[]
  /** Minutes that it takes, at least 1. */
  minutes: number
  /** ISO 8601, UTC. */
  closesAt: string
  /** The rule of the poll in one sentence, made from its settings. */
  rule: string
  /** What keeps the ballot secret, or that it is not, in one sentence. */
  secrecy: string
}

/** What somebody who opens the survey can do about it. `may`: nothing stands in the way. */
export const STANDINGS = [
  'may',
  'voted',
  'voted_elsewhere',
  'household_voted',
  'not_asked',
  'assurance_needed',
  'not_on_roll',
  'over',
] as const
export type Standing = (typeof STANDINGS)[number]

/** Who took part: how many, never who. */
export interface ParticipationView {
  areaCode: string
  name: string
  /** Persons, or households where they vote. */
  electors: number
  ballots: number
  /** Of these on paper, at the door or at a polling place. */
  onPaper: number
}

export interface SurveyView extends SurveyPaperView {
  id: string
  status: SurveyStatus
  subject: SurveySubject
  audience: SurveyAudience
  areaCodes: string[]
  /** 平谷区; 大兴庄镇、马坊镇等5处 */
  areaName: string
  /** Each of the places, for who made it; empty for others. */
  areas: { code: string; name: string }[]
  template: SurveyTemplate
  /** The earlier survey that the change is counted from. */
  previousId?: string
  rules: SurveyRules
  /** Counts up with each correction; a ballot names the one it answers. */
  edition: number
  /** Why this version replaces the one before; empty for the first. */
  correction: string
  /** The version that replaced this one. */
  replacedById?: string
  /** ISO 8601, UTC; absent while it has not happened. */
  openedAt?: string
  closedAt?: string
  publishedAt?: string
  /** The caller and this survey. */
  standing: Standing
  /** Code of the caller's ballot, shown while the survey is open. */
  receipt?: string
  /** For staff, inside what they look after. */
  participation: ParticipationView | null
  /** Helpers for ballots on paper; for who made it. */
  helpers: SurveyHelperView[]
  can: SurveyAction[]
}

export interface SurveyHelperView {
  userId: string
  name: string
  areaCode: string
  areaName: string
}

/** A line of a list. */
export interface SurveyRowView {
  id: string
  title: string
  status: SurveyStatus
  secret: boolean
  ownerName: string
  areaName: string
  questionCount: number
  minutes: number
  closesAt: string
  standing: Standing
  /** Less than a day is left and the caller has not taken part. */
  reminded: boolean
  participation: ParticipationView | null
  can: SurveyAction[]
}

/** mine: asked of me · area: of the places I look after · made: by my level. */
export const SURVEY_LISTS = ['mine', 'area', 'made'] as const
export type SurveyList = (typeof SURVEY_LISTS)[number]

export interface SurveyReceiptView {
  /** Eight characters; stands in the public list after the close. */
  receipt: string
  /** An earlier ballot of the same person gave way to this one. */
  replaced: boolean
}

/** Mood of the tag of a status; the words are the client's. */
export const SURVEY_TONES: Record<SurveyStatus, Tone> = {
  draft: 'neutral',
  open: 'progress',
  closing: 'progress',
  closed: 'neutral',
  published: 'good',
  replaced: 'neutral',
}
