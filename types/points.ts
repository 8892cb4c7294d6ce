/** 积分: what a household earns by taking part, and what it gets for it (domain rules 2.3). One point is never cash. */

export const POINTS_CATEGORIES = [
  'governance',
  'environment',
  'neighbour',
  'custom',
  'safety',
  'party',
] as const
export type PointsCategory = (typeof POINTS_CATEGORIES)[number]

/** What earns points. How many is the setting `points.rules`. */
export const POINTS_RULES = [
  'took_part',
  'turned_up',
  'helped',
  'sighting',
  'meeting',
  'doorstep',
  'clean_up',
  'civil_act',
  'public_good',
  'responsibility',
  'honour',
  'party_post',
] as const
export type PointsRule = (typeof POINTS_RULES)[number]

export const POINTS_RULE_CATEGORY: Record<PointsRule, PointsCategory> = {
  took_part: 'governance',
  turned_up: 'neighbour',
  helped: 'neighbour',
  sighting: 'safety',
  meeting: 'governance',
  doorstep: 'environment',
  clean_up: 'environment',
  civil_act: 'custom',
  public_good: 'neighbour',
  responsibility: 'safety',
  honour: 'custom',
  party_post: 'party',
}
/** Credited by the program itself from what is confirmed elsewhere; nobody proposes them. */
export const AUTOMATIC_POINTS_RULES = [
  'took_part',
  'turned_up',
  'helped',
  'sighting',
] as const satisfies readonly PointsRule[]
export const MANUAL_POINTS_RULES = [
  'meeting',
  'doorstep',
  'clean_up',
  'civil_act',
  'public_good',
  'responsibility',
  'honour',
  'party_post',
] as const satisfies readonly PointsRule[]
export type ManualPointsRule = (typeof MANUAL_POINTS_RULES)[number]

/**
 * The numbers of the setting `points.limits`. day, month: a person · householdMonth: a household · share: percent of
 * the month's limits that one category may fill · approveFrom: points that need a second person · publishDays: how
 * long an award is shown before it counts · decideDays: working days to decide an objection · expiryMonths, warnDays:
 * how long points are good for, and how early it is said · redeemDay: points a household may spend a day · collectDays:
 * how long goods are kept for who redeemed them.
 */
export const POINTS_LIMITS = [
  'day',
  'month',
  'householdMonth',
  'share',
  'approveFrom',
  'publishDays',
  'decideDays',
  'expiryMonths',
  'warnDays',
  'redeemDay',
  'collectDays',
] as const
export type PointsLimit = (typeof POINTS_LIMITS)[number]

export const AWARD_STATUSES = [
  'proposed',
  'published',
  'objected',
  'credited',
  'refused',
  'dropped',
  'reversed',
] as const
export type AwardStatus = (typeof AWARD_STATUSES)[number]
/** On their way: they fill the limits already, and count once the publication is over. */
export const PENDING_AWARD_STATUSES = [
  'proposed',
  'published',
  'objected',
] as const satisfies readonly AwardStatus[]

export const ENTRY_KINDS = ['award', 'reversal', 'redemption', 'return', 'expiry', 'transfer'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]
/** holder: a household, or a person who belongs to none · the others are the village's own other side of each entry. */
export const ACCOUNT_KINDS = ['holder', 'issued', 'redeemed', 'expired'] as const
export type AccountKind = (typeof ACCOUNT_KINDS)[number]

export const REDEMPTION_STATUSES = ['reserved', 'collected', 'returned'] as const
export type RedemptionStatus = (typeof REDEMPTION_STATUSES)[number]

/** Characters; price in points, stock in pieces. */
export const POINTS_TEXT = { words: 200, reason: 200, goods: 20, price: 1000, stock: 9999 } as const
/** Digits of the code that goods are collected with. */
export const COLLECT_CODE_LENGTH = 6

/** Reasons that accompany CONFLICT and LIMIT_REACHED. */
export const POINTS_REASONS = [
  'wrong_status',
  'changed',
  'own_household',
  'points_cap',
  'points_spent',
  'points_short',
  'redeem_limit',
  'sold_out',
  'not_collectable',
  'request_reused',
] as const
export type PointsReason = (typeof POINTS_REASONS)[number]

export const AWARD_ACTIONS = [
  'points.approve',
  'points.refuse',
  'points.object',
  'points.decideObjection',
  'points.reverse',
] as const
export type AwardAction = (typeof AWARD_ACTIONS)[number]

export interface AwardObjectionView {
  reason: string
  /** ISO 8601, UTC. */
  at: string
  decideBy: string
  upheld?: boolean
  words?: string
}

export interface AwardView {
  id: string
  /** 王** for neighbours; the whole name for staff of the area and for the person. */
  name: string
  areaName: string
  rule: PointsRule
  category: PointsCategory
  points: number
  /** What was done. */
  words: string
  status: AwardStatus
  /** ISO 8601, UTC. */
  proposedAt: string
  /** Until when everybody of the village may object; absent until approved. */
  publishedUntil?: string
  /** Only for staff of the area and the person. */
  objection?: AwardObjectionView
  /** Why it was refused or taken back. */
  reason?: string
  can: AwardAction[]
}

export interface PointsEntryView {
  id: string
  kind: EntryKind
  /** What was earned or spent on, as far as it has a rule. */
  rule?: PointsRule
  /** Whose it is in the household; empty for what concerns all. */
  name: string
  words: string
  /** Above zero: came in. */
  amount: number
  /** ISO 8601, UTC. */
  at: string
}

export interface RedemptionView {
  id: string
  goodsName: string
  price: number
  status: RedemptionStatus
  /** Only while it waits, and only for the household. */
  code?: string
  /** ISO 8601, UTC. */
  redeemedAt: string
  collectBy: string
  /** Where to collect. */
  areaName: string
  /** 王** for the staff that hands it out. */
  name: string
}

export interface PointsAccountView {
  balance: number
  /** The people of the household and what each has brought in. */
  people: { name: string; earned: number; mine: boolean }[]
  /** True when the account is a household's and not of one person alone. */
  household: boolean
  /** Points earned this month, and the limit of the household. */
  month: { earned: number; limit: number }
  /** Points that will be lost unless they are spent before; absent when none within the time of warning. */
  expiring?: { points: number; at: string }
  /** Until when the points are good, by the month of Shanghai in which they end (2028-03), the soonest first. */
  lots: { month: string; points: number }[]
  /** On their way in. */
  pending: AwardView[]
  /** Not collected yet. */
  redemptions: RedemptionView[]
  items: PointsEntryView[]
  nextCursor?: string
}

export interface GoodsView {
  id: string
  name: string
  price: number
  stock: number
  areaCode: string
  areaName: string
  shown: boolean
  version: number
  can: ('points.redeem' | 'points.offer')[]
}

export interface PointsRuleView {
  rule: PointsRule
  category: PointsCategory
  points: number
  automatic: boolean
}

export const AWARD_LISTS = ['waiting', 'published', 'objected', 'settled'] as const
export type AwardList = (typeof AWARD_LISTS)[number]

export interface PointsApi {
  'points.account': { input: { cursor?: string; limit?: number }; output: PointsAccountView }
  'points.rules': {
    input: Record<string, never>
    output: { rules: PointsRuleView[]; limits: Record<PointsLimit, number> }
  }
  /** `requestId` is made once by whoever asks (8 to 64 characters), so that asking again, however late, proposes nothing twice. */
  'points.propose': {
    input: { requestId: string; userId: string; rule: ManualPointsRule; words: string }
    output: AwardView
  }
  'points.approve': { input: { id: string }; output: AwardView }
  'points.refuse': { input: { id: string; reason: string }; output: AwardView }
  'points.object': { input: { id: string; reason: string }; output: AwardView }
  'points.decideObjection': { input: { id: string; upheld: boolean; words: string }; output: AwardView }
  /** A counter-entry: what was credited stays readable, and is taken back. */
  'points.reverse': { input: { id: string; reason: string }; output: AwardView }
  /** What the village may look at and object to, with masked names. */
  'points.published': {
    input: { cursor?: string; limit?: number }
    output: { items: AwardView[]; nextCursor?: string }
  }
  /** What the caller's village gives, the cheapest first; for its keeper also what is not shown. */
  'points.goods': { input: Record<string, never>; output: { items: GoodsView[]; canOffer: boolean } }
  /** Puts goods on the shelf, or changes them: `add` is how many pieces come in, or go out again. */
  'points.offer': {
    input: { id?: string; version?: number; name: string; price: number; add: number; shown: boolean }
    output: GoodsView
  }
  'points.redeem': { input: { requestId: string; goodsId: string }; output: RedemptionView }
  /** Hands the goods out to whoever shows the code. */
  'points.collect': { input: { code: string }; output: RedemptionView }
  /** For the staff of an area. */
  'points.awards': {
    input: { list: AwardList; cursor?: string; limit?: number }
    output: { items: AwardView[]; nextCursor?: string }
  }
}
