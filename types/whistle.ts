/** 吹哨报到: the town blows, departments come (regulation on appeals, art. 16; domain rules 1.5). */

/** hard: 办不了的难事 · enforce: 联合执法 · emergency: 紧急 */
export const WHISTLE_KINDS = ['hard', 'enforce', 'emergency'] as const
export type WhistleKind = (typeof WHISTLE_KINDS)[number]

export const WHISTLE_STATUSES = ['blown', 'objected', 'arrived', 'released', 'dropped'] as const
export type WhistleStatus = (typeof WHISTLE_STATUSES)[number]

export interface WhistleView {
  id: string
  kind: WhistleKind
  department: string
  departmentName: string
  /** What the department is to do. */
  words: string
  status: WhistleStatus
  /** ISO 8601, UTC. */
  blownAt: string
  /** When the department must be there. */
  answerDueAt: string
  /** Why the department says that it is not theirs. Only for staff. */
  objection?: string
  arrivedAt?: string
  releasedAt?: string
  /** 1 to 5, by the town: on time and useful. Only for staff. */
  useful?: number
  /** 1 to 5, by the department: was the whistle justified. Only for staff. */
  justified?: number
  can: ('appeal.arrive' | 'appeal.object' | 'appeal.decideObjection' | 'appeal.release')[]
}
