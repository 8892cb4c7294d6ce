import type { PictureView } from './picture'

export const APPEAL_STATUSES = [
  'submitted',
  'accepted',
  'escalated',
  'answered',
  'finished',
  'reopened',
  'closed',
] as const
export type AppealStatus = (typeof APPEAL_STATUSES)[number]
/** Somebody still has to do something about it; the clock runs. */
export const OPEN_APPEAL_STATUSES = [
  'submitted',
  'accepted',
  'escalated',
  'reopened',
] as const satisfies readonly AppealStatus[]
/** Nobody has taken it yet at the level where it lies. */
export const WAITING_APPEAL_STATUSES = [
  'submitted',
  'escalated',
  'reopened',
] as const satisfies readonly AppealStatus[]
/** Handled; the resident has the word. */
export const HANDLED_APPEAL_STATUSES = ['answered', 'finished'] as const satisfies readonly AppealStatus[]

/** The level that holds the appeal now. Only upward (Beijing regulation on appeals, art. 14 and 17). */
export const APPEAL_LEVELS = ['grid', 'village', 'town'] as const
export type AppealLevel = (typeof APPEAL_LEVELS)[number]

/** danger: 有危险 · today: 今天要办 · soon: 尽快就行 */
export const URGENCIES = ['danger', 'today', 'soon'] as const
export type Urgency = (typeof URGENCIES)[number]

export const APPEAL_CATEGORIES = [
  'facility',
  'utility',
  'sanitation',
  'neighbour',
  'road',
  'heating',
  'housing',
  'environment',
  'safety',
  'property_service',
  'medical',
  'elder_care',
  'education',
  'welfare',
  'farming',
  'transport',
  'market',
  'land',
  'other',
] as const
export type AppealCategory = (typeof APPEAL_CATEGORIES)[number]

/** solved: 解决了 · partly: 解决了一部分 · unsolved: 没解决 */
export const RATING_OUTCOMES = ['solved', 'partly', 'unsolved'] as const
export type RatingOutcome = (typeof RATING_OUTCOMES)[number]

/** The five levels of the national good-or-bad rating (国办发〔2019〕51号), best first. */
export const SATISFACTIONS = [
  'very_satisfied',
  'satisfied',
  'fairly_satisfied',
  'dissatisfied',
  'very_dissatisfied',
] as const
export type Satisfaction = (typeof SATISFACTIONS)[number]

/** Limits in characters. */
export const APPEAL_LIMITS = { text: 2000, place: 60, words: 500, reason: 200 } as const
/** A resident may ask for a case to be taken up again this often, and this many days after it was closed. */
export const REOPEN_LIMIT = 2
export const REOPEN_DAYS = 15

/** Reasons that accompany CONFLICT and LIMIT_REACHED. */
export const APPEAL_REASONS = [
  'wrong_status',
  'changed',
  'taken',
  'reopen_limit',
  'reopen_too_late',
  'not_upward',
  'no_phone',
] as const
export type AppealReason = (typeof APPEAL_REASONS)[number]

export const APPEAL_ACTIONS = [
  'appeal.accept',
  'appeal.answer',
  'appeal.escalate',
  'appeal.finish',
  'appeal.rate',
  'appeal.reopen',
  'appeal.supplement',
  'appeal.call',
] as const
/** What may be asked for on an existing appeal; a view lists those that the caller may use now. */
export type AppealAction = (typeof APPEAL_ACTIONS)[number]

/** How the caller stands to the appeal, which decides what is masked. */
export const APPEAL_RELATIONS = ['own', 'staff', 'neighbour'] as const
export type AppealRelation = (typeof APPEAL_RELATIONS)[number]

export interface AppealRatingView {
  outcome: RatingOutcome
  satisfaction: Satisfaction
  words: string
  at: string
}

/** One dot on the timeline. */
export interface AppealStepView {
  id: string
  /** The action that made this step, or `appeal.submit`. */
  action: AppealAction | 'appeal.submit'
  /** Who did it, as the reader may know: 您, 网格员, 西柏店村, 大兴庄镇. */
  by: string
  /** What was said with it; may be empty. */
  words: string
  pictures: PictureView[]
  /** ISO 8601, UTC. */
  at: string
}

export interface AppealView {
  id: string
  /** 20261123-0042: day and running number of the day in the district. */
  number: string
  title: string
  text: string
  status: AppealStatus
  level: AppealLevel
  category: AppealCategory
  urgency: Urgency
  areaCode: string
  /** 西柏店村 · 第3网格 */
  areaName: string
  place: string
  /** Name as the reader may know it: full, 张**, or 一位邻居. */
  submitterName: string
  nameShown: boolean
  private: boolean
  /** Who has it now: 网格员 李师傅, 西柏店村, 大兴庄镇. */
  holderName: string
  pictures: PictureView[]
  steps: AppealStepView[]
  rating: AppealRatingView | null
  /** ISO 8601, UTC. */
  submittedAt: string
  dueAt: string
  /** When work stopped; absent while open. */
  handledAt?: string
  relation: AppealRelation
  can: AppealAction[]
}

/** A line of a list. */
export interface AppealRowView {
  id: string
  number: string
  title: string
  status: AppealStatus
  level: AppealLevel
  category: AppealCategory
  urgency: Urgency
  areaName: string
  submittedAt: string
  dueAt: string
  handledAt?: string
  /** Address of the first picture, if any. */
  picture?: PictureView
  pictureCount: number
  can: AppealAction[]
}

/** mine: what I submitted · workbench: what waits at my level, next to be late first · area: all that I may see. */
export const APPEAL_LISTS = ['mine', 'workbench', 'area'] as const
export type AppealList = (typeof APPEAL_LISTS)[number]

export interface AppealCounts {
  /** Open at my level and due within 20 % of the time given, or late. */
  nearlyLate: number
  open: number
  /** Waiting for the resident's word. */
  handled: number
  /** Handled since midnight in Shanghai. */
  handledToday: number
}

export interface AppealSubmitInput {
  text: string
  pictureIds?: string[]
  /** Grid; the caller's own grid when absent. */
  areaCode?: string
  /** Where exactly, in words. */
  place?: string
  /** Suggested from the words when absent. */
  category?: AppealCategory
  urgency: Urgency
  nameShown?: boolean
  /** Private appeals never reach the group or the feed. */
  private?: boolean
  /** How neighbours call the person; only needed the first time. */
  name?: string
  phone?: string
}

export interface AppealApi {
  'appeal.suggest': {
    input: { text: string }
    output: {
      category: AppealCategory
      /** The words that led to it. */ because: string[]
      alternatives: AppealCategory[]
    }
  }
  'appeal.submit': { input: AppealSubmitInput; output: AppealView }
  'appeal.supplement': { input: { id: string; words: string; pictureIds?: string[] }; output: AppealView }
  'appeal.accept': { input: { id: string; words?: string }; output: AppealView }
  /** Answered at once: advice or an explanation, no work needed. */
  'appeal.answer': { input: { id: string; words: string; pictureIds?: string[] }; output: AppealView }
  'appeal.escalate': { input: { id: string; to: 'village' | 'town'; reason: string }; output: AppealView }
  'appeal.finish': { input: { id: string; words: string; pictureIds?: string[] }; output: AppealView }
  'appeal.rate': {
    input: { id: string; outcome: RatingOutcome; satisfaction: Satisfaction; words?: string }
    output: AppealView
  }
  'appeal.reopen': { input: { id: string; reason: string; pictureIds?: string[] }; output: AppealView }
  /** The number of the person who asked, for dialling at once; every look is audited. */
  'appeal.call': { input: { id: string }; output: { phone: string } }
  'appeal.list': {
    input: { list: AppealList; areaCode?: string; open?: boolean; cursor?: string; limit?: number }
    output: { items: AppealRowView[]; nextCursor?: string; counts?: AppealCounts }
  }
  'appeal.info': { input: { id: string }; output: AppealView }
}
