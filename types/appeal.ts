import type { BehalfView } from './behalf'
import type { ContentState } from './content'
import type { LegalChannel } from './legal'
import type { PictureView } from './picture'
import type { VoiceView } from './voice'
import type { WhistleView } from './whistle'

export const APPEAL_STATUSES = [
  'submitted',
  'accepted',
  'escalated',
  'dispatched',
  'objected',
  'shelved',
  'answered',
  'finished',
  'reopened',
  'closed',
  'withdrawn',
  'redirected',
] as const
export type AppealStatus = (typeof APPEAL_STATUSES)[number]
/** Somebody still has to do something about it; the clock runs. */
export const OPEN_APPEAL_STATUSES = [
  'submitted',
  'accepted',
  'escalated',
  'dispatched',
  'objected',
  'shelved',
  'reopened',
] as const satisfies readonly AppealStatus[]
/** Nobody has taken it yet at the level where it lies. */
export const WAITING_APPEAL_STATUSES = [
  'submitted',
  'escalated',
  'dispatched',
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
/** What the clock knows; complex is set by staff and never offered to the resident. */
export const URGENCY_CLASSES = ['danger', 'today', 'soon', 'complex'] as const
export type UrgencyClass = (typeof URGENCY_CLASSES)[number]

/** How a case ends that is not dispatched: never silently (regulation on appeals, art. 11). */
export const TRIAGE_OUTCOMES = [
  'emergency_redirected',
  'legal_channel',
  'linked_duplicate',
  'told_result',
  'explained',
  'out_of_scope',
  'dissuaded',
] as const
export type TriageOutcome = (typeof TRIAGE_OUTCOMES)[number]

/** Whom the work waits for; the clock keeps running. */
export const WAITING_FOR = ['citizen', 'department', 'season', 'city'] as const
export type WaitingFor = (typeof WAITING_FOR)[number]

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

/** How the person was spoken to while it is worked on. */
export const SPOKEN_BY = ['by_phone', 'in_person'] as const
export type SpokenBy = (typeof SPOKEN_BY)[number]

/** How the person was told the result. */
export const TOLD_BY = ['in_app', 'by_phone', 'in_person'] as const
export type ToldBy = (typeof TOLD_BY)[number]

/** Limits in characters. */
export const APPEAL_LIMITS = { text: 2000, place: 60, words: 500, reason: 200, cityNumber: 40 } as const

/** Reasons that accompany CONFLICT, LIMIT_REACHED and RATE_LIMITED. */
export const APPEAL_REASONS = [
  'wrong_status',
  'changed',
  'taken',
  'reopen_limit',
  'reopen_too_late',
  'not_upward',
  'no_phone',
  'urged_lately',
  'objection_limit',
  'objection_too_late',
  'extended_once',
  'own_decision',
  'whistle_running',
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
  'appeal.contact',
  'appeal.join',
  'appeal.urge',
  'appeal.withdraw',
  'appeal.triage',
  'appeal.dispatch',
  'appeal.object',
  'appeal.decideObjection',
  'appeal.whistle',
  'appeal.arrive',
  'appeal.release',
  'appeal.extend',
  'appeal.decideExtension',
  'appeal.shelve',
  'appeal.review',
  'appeal.handOver',
  'appeal.pass',
  'appeal.callBack',
  'appeal.thank',
  'appeal.refer',
] as const
/** What may be asked for on an existing appeal; a view lists those that the caller may use now. */
export type AppealAction = (typeof APPEAL_ACTIONS)[number]

/** What a step of the timeline may be; the last ones are made by the clock. */
export type AppealStepName = AppealAction | `appeal.${'submit' | 'remind' | 'overdue' | 'ask' | 'unreached'}`

/** Acts that sentences are kept ready for; `any` are those that fit every category. */
export const TEMPLATE_ACTS = ['answer', 'finish', 'escalate', 'triage', 'dispatch', 'object'] as const
export type TemplateAct = (typeof TEMPLATE_ACTS)[number]
export const TEMPLATE_CATEGORIES = ['any', ...APPEAL_CATEGORIES] as const
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number]

/** How the caller stands to the appeal, which decides what is masked. */
export const APPEAL_RELATIONS = ['own', 'staff', 'neighbour'] as const
export type AppealRelation = (typeof APPEAL_RELATIONS)[number]

export interface AppealRatingView {
  outcome: RatingOutcome
  satisfaction: Satisfaction
  words: string
  at: string
}

/** How often the person was asked for their word in this round, and whether what was said is fixed and shown. */
export interface CallbackView {
  tries: number
  frozen: boolean
  /** Asked three times without an answer. */
  unreached: boolean
}
/** How the neighbours who joined see it. */
export type RatingTally = Record<RatingOutcome, number>

/** An objection that waits for its decision, or the last one decided. */
export interface ObjectionView {
  round: number
  departmentName: string
  reason: string
  decideBy: string
  upheld?: boolean
  words: string
}
/** More time: asked for, granted or denied. */
export interface ExtensionView {
  reason: string
  seconds: number
  askedAt: string
  granted?: boolean
  words: string
}

/** One dot on the timeline. */
export interface AppealStepView {
  id: string
  /** The action that made this step, `appeal.submit`, or what the clock did: `appeal.remind`, `appeal.overdue`. */
  action: AppealStepName
  /** Who did it, as the reader may know: 您, 网格员, 西柏店村, 大兴庄镇. */
  by: string
  /** What was said with it; may be empty. */
  words: string
  pictures: PictureView[]
  /** What was said aloud; for the person and those who handle it. */
  voices: VoiceView[]
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
  urgency: UrgencyClass
  areaCode: string
  /** 西柏店村 · 第3网格 */
  areaName: string
  place: string
  /** Name as the reader may know it: full, 张**, or 一位邻居. */
  submitterName: string
  nameShown: boolean
  private: boolean
  /** The check of the words; each picture has its own. */
  content: ContentState
  /** Who has it now: 网格员 李师傅, 西柏店村, 大兴庄镇. */
  holderName: string
  pictures: PictureView[]
  voices: VoiceView[]
  steps: AppealStepView[]
  /** The word of who asked; until it is fixed only they see it. */
  rating: AppealRatingView | null
  neighbourRatings: RatingTally | null
  callback: CallbackView | null
  thankCount: number
  thanked: boolean
  /** ISO 8601, UTC. */
  submittedAt: string
  /** Where the present term began. */
  termFrom: string
  dueAt: string
  /** When work stopped; absent while open. */
  handledAt?: string
  /** Until when it must be taken by whom it was handed to; absent once taken. */
  signDueAt?: string
  /** Until when whoever has it speaks to the person; absent once they did, or did not in time. */
  contactDueAt?: string
  waitingFor: WaitingFor | null
  /** When a shelved case is looked at again. */
  reviewAt?: string
  outcome: TriageOutcome | null
  /** Where the person must go instead; not for neighbours. */
  channel: LegalChannel | null
  /** Written down by the grid worker for the person. */
  captured: boolean
  /** The person is not in the program: they are told and asked on the telephone or in person. */
  outside: boolean
  /** Whom it was filed for; not for neighbours. */
  behalf: BehalfView | null
  /** The number under which the hotline of the city has it; not for neighbours. */
  cityNumber: string | null
  whistles: WhistleView[]
  objection: ObjectionView | null
  extension: ExtensionView | null
  /** Neighbours with the same trouble, without who they are. */
  joinCount: number
  /** The caller is one of them. */
  joined: boolean
  relation: AppealRelation
  can: AppealAction[]
}
