import type { AreaView } from './area'
import type { PictureView } from './picture'

/** What is done. */
export const ACTIVITY_KINDS = [
  'snow',
  'flood',
  'gate',
  'patrol',
  'waste',
  'clean',
  'elder',
  'event',
  'other',
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

export const ACTIVITY_STATUSES = [
  'draft',
  'proposed',
  'published',
  'declined',
  'called_off',
  'reported',
] as const
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number]

export const SIGNUP_STATUSES = [
  'waiting',
  'offered',
  'going',
  'arrived',
  'left',
  'served',
  'absent',
  'cancelled',
  'lapsed',
] as const
export type SignupStatus = (typeof SIGNUP_STATUSES)[number]
/** The person means to come or was there; two such shifts of one person never overlap. */
export const TAKING_SIGNUP_STATUSES = ['going', 'arrived', 'left', 'served'] as const satisfies SignupStatus[]
/** Holds one of the places of the shift. */
export const PLACED_SIGNUP_STATUSES = [...TAKING_SIGNUP_STATUSES, 'offered', 'absent'] as const

/** By the organiser's changing code, by being there, or from the organiser's list. */
export const CHECK_WAYS = ['code', 'near', 'list'] as const
export type CheckWay = (typeof CHECK_WAYS)[number]

/** Characters, rows and ages. */
export const ACTIVITY_LIMITS = {
  title: 30,
  words: 500,
  place: 60,
  bring: 100,
  skills: 60,
  contact: 20,
  insurance: 200,
  reason: 200,
  shifts: 60,
  capacity: 500,
  /** Longest shift, in hours. */
  hours: 12,
  /** How far ahead a shift may lie, in days. */
  ahead: 180,
} as const
/** Volunteers under this age need the consent of a guardian; under the other one the guardian comes along. */
export const AGES = { least: 8, accompanied: 14, adult: 18, most: 90 } as const

/** Reasons that accompany CONFLICT. */
export const ACTIVITY_REASONS = [
  'wrong_status',
  'changed',
  'shift_over',
  'too_late_to_cancel',
  'overlap',
  'too_young',
  'too_old',
  'guardian_needed',
  'party_only',
  'offer_over',
  'wrong_code',
  'too_far',
  'not_yet',
  'hours_full',
] as const
export type ActivityReason = (typeof ACTIVITY_REASONS)[number]

export interface SignupView {
  id: string
  shiftId: string
  /** Who takes part: the caller or somebody of the family. */
  name: string
  self: boolean
  status: SignupStatus
  /** Place on the waiting list, from 1. */
  inLine?: number
  /** Until when an offered place must be taken; ISO 8601, UTC. */
  offeredUntil?: string
  arrivedAt?: string
  leftAt?: string
  /** Counted by the organiser, in minutes. */
  minutes?: number
  can: SignupAction[]
}
export type SignupAction =
  'activity.cancel' | 'activity.confirmPlace' | 'activity.checkIn' | 'activity.checkOut'

export interface ShiftView {
  id: string
  /** ISO 8601, UTC. */
  startsAt: string
  endsAt: string
  capacity: number
  /** Places nobody has. */
  left: number
  waiting: number
  /** Until when one may still cancel; ISO 8601, UTC. */
  cancelUntil: string
  /** The caller's sign-ups and those of the family. */
  mine: SignupView[]
  can: ('activity.signUp' | 'activity.roster' | 'activity.code' | 'activity.confirmHours')[]
}

export interface ActivityRowView {
  id: string
  kind: ActivityKind
  title: string
  status: ActivityStatus
  areaName: string
  place: string
  /** The next shift that is not over, or the last one. */
  startsAt: string
  endsAt: string
  /** Shifts that are not over. */
  shiftCount: number
  /** Places of those shifts, and how many are free. */
  capacity: number
  left: number
  latitude?: number
  longitude?: number
  /** Somebody of the family is signed up. */
  mine: boolean
}

export interface ActivityView {
  id: string
  kind: ActivityKind
  title: string
  words: string
  status: ActivityStatus
  area: AreaView
  place: string
  latitude?: number
  longitude?: number
  bring: string
  skills: string
  contact: string
  phone: string
  minAge: number
  maxAge: number
  partyOnly: boolean
  risky: boolean
  /** How those who take part are insured; not empty when it is risky. */
  insurance: string
  picture?: PictureView
  shifts: ShiftView[]
  /** Masked, a few of those who go: 张**. */
  neighbours: string[]
  going: number
  partyMembers: number
  organiserName: string
  /** Why it was declined or called off. */
  reason: string
  report?: { words: string; pictures: PictureView[]; at: string; people: number; minutes: number }
  can: ('activity.update' | 'activity.approve' | 'activity.callOff' | 'activity.report')[]
}

/** Somebody of the family who can be signed up: of the household in the ledger, or named before. */
export interface FamilyMemberView {
  residentId?: string
  memberId?: string
  name: string
  /** Under eighteen. */
  minor: boolean
}

export interface RosterRowView {
  id: string
  name: string
  /** Age in years when it is known and the person is a minor, with the name of the guardian. */
  minor?: { age: number; guardianName: string }
  partyMember: boolean
  status: SignupStatus
  /** Place in the order of sign-up. */
  place: number
  arrivedAt?: string
  arrivedBy?: CheckWay
  leftAt?: string
  /** Minutes from the scan without a network to its delivery, when it came late. */
  lateBy?: number
  /** Minutes that count if the organiser changes nothing; already counted ones once confirmed. */
  minutes: number
  can: ('activity.checkIn' | 'activity.checkOut' | 'activity.confirmHours' | 'record.correct')[]
}

export interface MySignupView extends SignupView {
  activityId: string
  title: string
  kind: ActivityKind
  areaName: string
  place: string
  startsAt: string
  endsAt: string
}
