import type { ActivityKind } from './activity'

/** Served, or a correction of what was counted before. */
export const SERVICE_KINDS = ['served', 'correction'] as const
export type ServiceKind = (typeof SERVICE_KINDS)[number]

/** Stars of volunteers by counted hours (domain rules 2.4). */
export const STARS = ['one', 'two', 'three', 'four', 'five'] as const
export type Star = (typeof STARS)[number]
/** Minutes of service that one person can have counted on one day in Shanghai: 8 hours (domain rules 2.4). */
export const DAY_MINUTES_MOST = 480
/** Of the planned time, the part that counts at most. */
export const PLANNED_SHARE_MOST = 1.25

/** One line of the ledger; never changed, only added to. */
export interface ServiceEntryView {
  id: string
  kind: ServiceKind
  activityId: string
  title: string
  activityKind: ActivityKind
  areaName: string
  /** Who served; the caller or somebody of the family. */
  name: string
  /** YYYY-MM-DD in Shanghai. */
  day: string
  /** Below zero for a correction downwards. */
  minutes: number
  /** Of a correction. */
  reason: string
}

export interface RecordView {
  name: string
  minutes: number
  activities: number
  /** From 0 to 5. */
  stars: number
  /** Minutes until the next star; absent with five. */
  toNext?: number
}

export interface RecordApi {
  /** 平台记录: what the program has counted; not a certificate. */
  'record.mine': {
    input: { cursor?: string; limit?: number }
    output: { record: RecordView; items: ServiceEntryView[]; nextCursor?: string }
  }
  /** Every line as comma-separated text, for handing over to the platform of the city. */
  'record.export': { input: Record<string, never>; output: { fileName: string; text: string } }
  /** Another number of minutes for a counted sign-up, by a counter-entry with a reason. */
  'record.correct': {
    input: { signupId: string; minutes: number; reason: string }
    output: { minutes: number }
  }
}
