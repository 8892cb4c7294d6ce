/** What a district decides for itself. A change is proposed by one person and takes effect when another approves. */
export const SETTING_NAMES = [
  'activity.terms',
  'activity.stars',
  'announcement.templates',
  'appeal.deadlines',
  'appeal.signing',
  'appeal.contact',
  'appeal.again',
  'appeal.terms',
  'appeal.limits',
  'appeal.community',
  'appeal.keywords',
  'appeal.templates',
  'help.terms',
  'whistle.terms',
  'survey.points',
  'survey.counts',
  'survey.keep',
  'points.rules',
  'points.limits',
  'calendar.days',
  'delivery.quiet',
  'missing.speeds',
  'missing.caps',
  'missing.rings',
  'missing.waits',
  'missing.terms',
  'party.duty',
  'evaluation.weights',
  'evaluation.rates',
  'evaluation.exclusions',
  'evaluation.terms',
] as const
/** A setting that may be changed here; what the program keeps for itself is not one. */
export type SettingName = (typeof SETTING_NAMES)[number]

/** Seconds by class, plain numbers, words by category, seconds by act and class, or sentences by act and category. */
export type SettingValue = Record<string, number | string[] | Record<string, number | string[]>>

/** Shortest and longest time that may be set, in seconds: one minute, one year. */
export const SETTING_SECONDS = { least: 60, most: 365 * 86_400 } as const
/** Keywords of a category, and characters of each. */
export const KEYWORD_LIMITS = { words: 60, length: 10 } as const
/** Sentences of an act and category, and characters of each. */
export const TEMPLATE_LIMITS = { sentences: 8, length: 60 } as const
/** Characters. */
export const SETTING_LIMITS = { reason: 200 } as const

/** Reasons that accompany CONFLICT. */
export const SETTING_REASONS = ['setting_waiting', 'setting_changed', 'setting_decided'] as const
export type SettingReason = (typeof SETTING_REASONS)[number]

export interface SettingProposalView {
  id: string
  value: SettingValue
  reason: string
  proposedByName: string
  /** ISO 8601, UTC. */
  proposedAt: string
  /** Proposed by the caller, who may take it back and not approve it. */
  mine: boolean
}

/** Why a colleague did not agree to what the caller proposed. */
export interface SettingRefusalView {
  decidedByName: string
  /** ISO 8601, UTC. */
  decidedAt: string
  words: string
}

export interface SettingView {
  name: SettingName
  version: number
  value: SettingValue
  /** ISO 8601, UTC. */
  validFrom: string
  /** The change that waits for a second person. */
  pending?: SettingProposalView
  /** The caller's last proposal for this version, refused; absent while another waits. */
  refused?: SettingRefusalView
  can: ('setting.propose' | 'setting.approve' | 'setting.refuse')[]
}

export interface SettingApi {
  'setting.list': { input: Record<string, never>; output: { items: SettingView[] } }
  'setting.propose': {
    input: { name: SettingName; value: Record<string, unknown>; reason: string }
    output: SettingView
  }
  'setting.approve': { input: { id: string }; output: SettingView }
  'setting.refuse': { input: { id: string; words: string }; output: SettingView }
}
