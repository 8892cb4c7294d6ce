import type {
  AppealAction,
  AppealCategory,
  AppealLevel,
  AppealStatus,
  UrgencyClass,
  WaitingFor,
} from './appeal'
import type { PictureView } from './picture'

/** Appeals in lists: their lines, and what stands on top. */

/** An open appeal nearby that says much the same. */
export interface SimilarView {
  id: string
  title: string
  status: AppealStatus
  areaName: string
  submittedAt: string
  joinCount: number
  /** 0 to 1: how much of the words is shared. */
  likeness: number
  joined: boolean
}

/** A line of a list. */
export interface AppealRowView {
  id: string
  number: string
  title: string
  status: AppealStatus
  level: AppealLevel
  category: AppealCategory
  urgency: UrgencyClass
  areaName: string
  submittedAt: string
  termFrom: string
  dueAt: string
  handledAt?: string
  /** Address of the first picture, if any. */
  picture?: PictureView
  pictureCount: number
  /** Until when it must be taken; absent once taken. */
  signDueAt?: string
  /** Until when the person must be spoken to; absent once done or too late. */
  contactDueAt?: string
  /** When a shelved case is looked at again. */
  reviewAt?: string
  waitingFor: WaitingFor | null
  /** When the person last asked to hurry; absent when never. */
  urgedAt?: string
  joinCount: number
  can: AppealAction[]
}

/**
 * mine: what I submitted · workbench: what waits at my level, next to be late first · area: all that I may see ·
 * callbacks: what was handled below my level, and the person has not said yet how
 */
export const APPEAL_LISTS = ['mine', 'workbench', 'area', 'callbacks'] as const
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
