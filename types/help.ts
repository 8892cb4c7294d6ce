import type { ContentState } from './content'
import type { Assurance } from './me'
import type { PictureView } from './picture'
import type { VoiceView } from './voice'

/**
 * open: 等人帮 · matched: 有人帮了 · confirming: one of the two says that it is done · done: both say so · cancelled: the
 * asker no longer needs it · expired: the clock put it away · removed: taken down by staff, with a reason.
 */
export const HELP_STATUSES = [
  'open',
  'matched',
  'confirming',
  'done',
  'cancelled',
  'expired',
  'removed',
] as const
export type HelpStatus = (typeof HELP_STATUSES)[number]
/** Two people have found each other: they see each other's name and may call. */
export const PAIRED_HELP_STATUSES = ['matched', 'confirming'] as const satisfies readonly HelpStatus[]
/** Neighbours still see it. */
export const SHOWN_HELP_STATUSES = [
  'open',
  ...PAIRED_HELP_STATUSES,
  'done',
] as const satisfies readonly HelpStatus[]

export const HELP_KINDS = [
  'ride',
  'errand',
  'company',
  'watch',
  'fix',
  'lend',
  'medicine',
  'money',
  'childcare',
  'other',
] as const
export type HelpKind = (typeof HELP_KINDS)[number]
/** Kinds that come with a note on how to stay safe. */
export const CAREFUL_HELP_KINDS = ['medicine', 'money', 'childcare'] as const satisfies readonly HelpKind[]

export const DAY_PARTS = ['any', 'morning', 'afternoon', 'evening'] as const
/** any: 什么时候都行 */
export type DayPart = (typeof DAY_PARTS)[number]
/** When somebody usually has time. */
export const FREE_TIMES = ['weekday_day', 'weekday_evening', 'weekend_day', 'weekend_evening'] as const
export type FreeTime = (typeof FREE_TIMES)[number]

/** first: whoever takes it first · choose: the asker chooses among those who offer. */
export const HELP_WAYS = ['first', 'choose'] as const
export type HelpWay = (typeof HELP_WAYS)[number]

/** Who sees it now, narrowest first: those who fit best, the grid, its village, its town. */
export const HELP_REACHES = ['asked', 'grid', 'village', 'town'] as const
export type HelpReach = (typeof HELP_REACHES)[number]

/** Limits in characters. */
export const HELP_LIMITS = { text: 300, place: 60, words: 200, thanks: 60 } as const
/** Neighbours who are asked before the others. */
export const ASKED_FIRST_MOST = 5

/** Why a neighbour is asked first; each of them is shown to both. */
export const FIT_REASONS = ['same_grid', 'same_village', 'skill', 'time', 'thanked'] as const
export type FitReason = (typeof FIT_REASONS)[number]

/** failed: it went wrong between the two · unsafe, selling, numbers: what should not stand there. */
export const HELP_REPORT_KINDS = ['failed', 'unsafe', 'selling', 'numbers', 'other'] as const
export type HelpReportKind = (typeof HELP_REPORT_KINDS)[number]

/** Reasons that accompany CONFLICT, RATE_LIMITED and LIMIT_REACHED. */
export const HELP_REASONS = [
  'wrong_status',
  'changed',
  'taken',
  'not_known_here',
  'choose_only',
  'no_phone',
  'too_many',
] as const
export type HelpReason = (typeof HELP_REASONS)[number]

export const HELP_ACTIONS = [
  'help.take',
  'help.offer',
  'help.choose',
  'help.done',
  'help.thank',
  'help.cancel',
  'help.call',
  'help.report',
  'help.attend',
  'help.handle',
  'help.pass',
  'help.block',
] as const
/** What may be asked for on an existing request; a view lists those that the caller may use now. */
export type HelpAction = (typeof HELP_ACTIONS)[number]

/** How the caller stands to a request. */
export const HELP_RELATIONS = ['own', 'helper', 'staff', 'neighbour'] as const
export type HelpRelation = (typeof HELP_RELATIONS)[number]

/** near: what neighbours around me need · mine: asked, taken or offered by me · care: what staff should look at. */
export const HELP_LISTS = ['near', 'mine', 'care'] as const
export type HelpList = (typeof HELP_LISTS)[number]

/** When it is needed. */
export interface HelpWhen {
  /** YYYY-MM-DD in Shanghai; absent when any day will do. */
  day?: string
  part: DayPart
}

export interface HelpRowView extends HelpWhen {
  id: string
  kind: HelpKind
  title: string
  status: HelpStatus
  urgent: boolean
  /** For somebody of the family. */
  forFamily: boolean
  way: HelpWay
  /** 西柏店村 · 第3网格; nobody but the two learns more of where it is. */
  areaName: string
  reach: HelpReach
  /** How near it is to the grid that the caller looks at. */
  near: 'grid' | 'village' | 'town'
  relation: HelpRelation
  content: ContentState
  offerCount: number
  postCount: number
  /** Why the caller is asked before the others; absent when they are not. */
  askedFirst?: FitReason[]
  /** Who is called next when nobody takes it, and when; ISO 8601, UTC. */
  alertAt?: string
  /** Reports that nobody has looked at; for staff. */
  reportCount?: number
  /** What the two said afterwards, when both let the neighbours read it. */
  thanks: string[]
  askedAt: string
  can: HelpAction[]
}

/** Somebody who would help. */
export interface HelpOfferView {
  id: string
  /** 张**, or the whole name for the asker once they are chosen. */
  by: string
  /** How sure it is that they live here. */
  assurance: Assurance | null
  words: string
  reasons: FitReason[]
  thankCount: number
  chosen: boolean
  at: string
}

export interface HelpReportView {
  id: string
  kind: HelpReportKind
  words: string
  /** Masked. */
  by: string
  at: string
  handledAt?: string
  /** What was done about it. */
  outcome: string
}

export interface HelpThankView {
  by: 'asker' | 'helper'
  words: string
  /** May be read by the neighbours, if the other agrees too. */
  shared: boolean
  content: ContentState
}

export interface HelpView extends HelpRowView {
  text: string
  /** Door or meeting point; only for the two and for staff. */
  place: string
  /** 一位邻居, 张**, or the whole name for the one who helps. */
  askerName: string
  /** Who helps; masked for others than the two. */
  helperName: string
  pictures: PictureView[]
  voices: VoiceView[]
  offers: HelpOfferView[]
  /** Who has said that it is done. */
  confirmed: { asker: boolean; helper: boolean }
  saidThanks: HelpThankView[]
  reports: HelpReportView[]
  widenAt?: string
  /** Somebody of the staff looks after it. */
  attended: boolean
}

/** What somebody can do and when, as neighbours see it. */
export interface AbleView {
  id: string
  by: string
  mine: boolean
  kinds: HelpKind[]
  times: FreeTime[]
  reach: Exclude<HelpReach, 'asked'>
  words: string
  areaName: string
  thankCount: number
  at: string
}

export interface HelpAskInput extends HelpWhen {
  text: string
  kind: HelpKind
  urgent?: boolean
  forFamily?: boolean
  way: HelpWay
  place?: string
  pictureIds?: string[]
  voiceIds?: string[]
  /** How neighbours call the person; only needed the first time. */
  name?: string
  phone?: string
}

export interface HelpApi {
  'help.ask': { input: HelpAskInput; output: HelpView }
  'help.list': {
    input: { list: HelpList; kind?: HelpKind; cursor?: string; limit?: number }
    output: { items: HelpRowView[]; nextCursor?: string }
  }
  'help.info': { input: { id: string }; output: HelpView }
  /** 我来帮: the first one has it. */
  'help.take': { input: { id: string }; output: HelpView }
  /** 我可以帮: the asker chooses. */
  'help.offer': { input: { id: string; words?: string }; output: HelpView }
  'help.choose': { input: { id: string; offerId: string }; output: HelpView }
  'help.done': { input: { id: string }; output: HelpView }
  'help.thank': { input: { id: string; words: string; shared: boolean }; output: HelpView }
  /** The asker ends it; the helper who cannot come gives it back to the neighbours. */
  'help.cancel': { input: { id: string; words?: string }; output: HelpView }
  /** The number of the other of the two, for dialling at once; every look is audited. */
  'help.call': { input: { id: string }; output: { phone: string } }
  /** A note to the grid worker. */
  'help.report': { input: { id: string; kind: HelpReportKind; words: string }; output: HelpView }
  /** Staff says that they look after it; the calling of the next level stops. */
  'help.attend': { input: { id: string }; output: HelpView }
  /** Staff writes down what was done about the reports, and may take the request down. */
  'help.handle': { input: { id: string; words: string; remove?: boolean }; output: HelpView }
  /** Lets neighbours see what the platform held back. */
  'help.pass': { input: { id: string; words: string }; output: HelpView }
  /** The two are no longer shown each other. */
  'help.block': { input: { id: string }; output: { blocked: true } }
  /** What the caller can do and when; no kinds: nothing any more. */
  'help.able': {
    input: {
      kinds: HelpKind[]
      times: FreeTime[]
      reach: Exclude<HelpReach, 'asked'>
      words?: string
      name?: string
    }
    output: { able: AbleView | null }
  }
  /** Neighbours who can help, the nearest first. */
  'help.ables': {
    input: { kind?: HelpKind; cursor?: string; limit?: number }
    output: { items: AbleView[]; nextCursor?: string; mine: AbleView | null }
  }
}
