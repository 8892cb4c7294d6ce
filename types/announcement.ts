import type { AttachmentView } from './attachment'
import type { BroadcastLane } from './feed'
import type { PictureView } from './picture'

/** 通知公告 (一键通知): one tap tells every grid of an area, and who was not reached is known. */

export const ANNOUNCEMENT_STATUSES = [
  'waiting',
  'declined',
  'ready',
  'scheduled',
  'published',
  'withdrawn',
  'ended',
] as const
/** waiting: for a second person · ready: may be sent · scheduled: goes out by itself · ended: past its term. */
export type AnnouncementStatus = (typeof ANNOUNCEMENT_STATUSES)[number]
/** Those that have been told to somebody. */
export const TOLD_ANNOUNCEMENT_STATUSES = ['published', 'withdrawn', 'ended'] as const

export const ANNOUNCEMENT_AUDIENCES = ['everyone', 'party', 'workers'] as const
/** everyone: the grids, in feed and group · party: confirmed party members · workers: grid workers; both one by one. */
export type AnnouncementAudience = (typeof ANNOUNCEMENT_AUDIENCES)[number]

export const ANNOUNCEMENT_ANSWERS = ['read', 'received', 'choice', 'number'] as const
/** read: opening is enough · received: one tap · choice: one of several · number: a figure to report. */
export type AnnouncementAnswer = (typeof ANNOUNCEMENT_ANSWERS)[number]

/** How urgent it is decides what is told first; emergencies also wait for no morning. */
export type AnnouncementUrgency = BroadcastLane

/** Characters; choices; the largest number that is reported; days; reminders of one announcement. */
export const ANNOUNCEMENT_LIMITS = {
  title: 24,
  words: 300,
  choice: 12,
  choices: { least: 2, most: 6 },
  unit: 4,
  number: 9999,
  reason: 100,
  days: 90,
  reminders: 3,
  /** Days for which one comes again. */
  seriesDays: 366,
} as const

/** What stands in a template where something is to be filled in; nothing goes out with it. */
export const BLANK = '__'

/** What is announced again and again: 停水停电, 防汛防火, 体检疫苗, 开会, 缴费. */
export const ANNOUNCEMENT_TEMPLATES = ['outage', 'hazard', 'health', 'meeting', 'payment'] as const
export type AnnouncementTemplate = (typeof ANNOUNCEMENT_TEMPLATES)[number]
export interface TemplateView {
  template: AnnouncementTemplate
  title: string
  words: string
}

export const SERIES_CYCLES = ['week', 'month'] as const
export type SeriesCycle = (typeof SERIES_CYCLES)[number]
/** On which days it comes again, after it was first sent. */
export interface SeriesInput {
  every: SeriesCycle
  /** Of a week: Monday is 1, Sunday 7. Of a month: 1 to 31; one that a month does not have is its last day. */
  days: number[]
  /** HH:MM in Shanghai. */
  at: string
  /** YYYY-MM-DD in Shanghai, the last day on which it may come. */
  until: string
}
export interface SeriesView extends SeriesInput {
  /** ISO 8601, UTC; absent before it is first sent, after its last time and when it was stopped. */
  nextAt?: string
  stopped: boolean
}

/** Reasons that accompany CONFLICT. */
export const ANNOUNCEMENT_REASONS = [
  'wrong_status',
  'changed',
  'own',
  'expired',
  'not_asked',
  'not_repeated',
  'reminded_enough',
] as const
export type AnnouncementReason = (typeof ANNOUNCEMENT_REASONS)[number]

export const ANNOUNCEMENT_ACTIONS = [
  'announcement.approve',
  'announcement.publish',
  'announcement.withdraw',
  'announcement.remind',
  'announcement.reach',
  'announcement.answer',
  'announcement.stop',
] as const
export type AnnouncementAction = (typeof ANNOUNCEMENT_ACTIONS)[number]

/** What one person answered. */
export interface OwnAnswer {
  /** Place in the list of choices, from 0. */
  choice?: number
  number?: number
  /** ISO 8601, UTC. */
  at: string
}

export interface AnnouncementRowView {
  id: string
  title: string
  urgency: AnnouncementUrgency
  status: AnnouncementStatus
  audience: AnnouncementAudience
  /** Place for which it is meant. */
  areaName: string
  /** ISO 8601, UTC: when it was told, is going to be told, or was written. */
  at: string
}

export interface AnnouncementView extends AnnouncementRowView {
  areaCode: string
  /** Empty when it was withdrawn, but for those who sent it. */
  words: string
  picture?: PictureView
  attachment?: AttachmentView
  /** When it comes again; for those who may send it. */
  series?: SeriesView
  answer: AnnouncementAnswer
  choices: string[]
  /** What the number counts: 人, 户. */
  unit: string
  /** ISO 8601, UTC. */
  expiresAt: string
  /** Why it was withdrawn or declined. */
  reason?: string
  mine?: OwnAnswer
  /** Who wrote it; for those who may send it. */
  authorName?: string
  /** ISO 8601, UTC: groups are told then, since these are quiet hours. */
  quietUntil?: string
  can: AnnouncementAction[]
}

/** How far it has got; never "sent" as if it were "seen". */
export interface ReachFigures {
  /** Grids that it is meant for, that were told, and that cannot be told for a long time. */
  grids: number
  told: number
  stuck: number
  /** Groups into which the worker shared it, and those from which somebody has opened it: proof that it arrived. */
  shared: number
  confirmed: number
  /** People it is meant for who use the program, who opened it, who answered. */
  people: number
  opened: number
  answered: number
}

export interface ReachAreaView extends ReachFigures {
  areaCode: string
  areaName: string
}

export interface ReachView {
  areaCode: string
  areaName: string
  /** Whether somebody counts as reached by opening it or by answering. */
  answer: AnnouncementAnswer
  total: ReachFigures
  /** The parts of the area, in the order of their codes; none inside a grid. */
  items: ReachAreaView[]
  /** How often each choice was taken, or the sum of the numbers. */
  choices: { label: string; count: number }[]
  sum?: number
  now: string
}

/** A door to knock at, or a member without a door in the ledger, where nobody has opened or answered. */
export interface UnreachedView {
  id: string
  kind: 'household' | 'member'
  /** Empty for a member. */
  door: string
  name: string
}

export interface AnnouncementApi {
  'announcement.create': {
    input: {
      areaCode: string
      audience: AnnouncementAudience
      urgency: AnnouncementUrgency
      title: string
      words: string
      pictureId?: string
      attachmentId?: string
      series?: SeriesInput
      answer: AnnouncementAnswer
      choices?: string[]
      unit?: string
      expiresAt: string
    }
    output: AnnouncementView
  }
  /** The second person; nobody approves what they wrote. */
  'announcement.approve': {
    input: { id: string; approved: boolean; reason?: string }
    output: AnnouncementView
  }
  /** At once, or at a time. */
  'announcement.publish': { input: { id: string; at?: string }; output: AnnouncementView }
  'announcement.info': { input: { id: string }; output: AnnouncementView }
  /** `grid`: what the caller was told · `staff`: what was written for the caller's places. */
  'announcement.list': {
    input: { list: 'grid' | 'staff'; cursor?: string; limit?: number }
    output: { items: AnnouncementRowView[]; nextCursor?: string }
  }
  'announcement.reach': { input: { id: string; areaCode?: string }; output: ReachView }
  /** Who has not been reached in a grid, for a call or a knock. */
  'announcement.unreached': {
    input: { id: string; areaCode: string; cursor?: string; limit?: number }
    output: { items: UnreachedView[]; nextCursor?: string }
  }
  'announcement.answer': { input: { id: string; choice?: number; number?: number }; output: AnnouncementView }
  /** Tells those who have neither opened nor answered; asked again within the hour nothing happens. */
  'announcement.remind': { input: { id: string }; output: AnnouncementView }
  /** It does not come again; what was sent stays. */
  'announcement.stop': { input: { id: string }; output: AnnouncementView }
  /** What one may begin with, with the words of the district. */
  'announcement.templates': { input: Record<string, never>; output: { items: TemplateView[] } }
  /** With it the whole series ends, since its words are the same. */
  'announcement.withdraw': { input: { id: string; reason: string }; output: AnnouncementView }
}
