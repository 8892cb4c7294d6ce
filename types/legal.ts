/** Where a matter is decided that is not decided here: 信访, 法院, 仲裁, 行政复议. */
export const LEGAL_CHANNELS = ['petition', 'court', 'arbitration', 'review'] as const
export type LegalChannel = (typeof LEGAL_CHANNELS)[number]

/**
 * Steps of a matter that goes by petition (信访) and the days that each may take. Working out when they end needs the day
 * of registration, which the office of petitions keeps.
 */
export interface PetitionTerm {
  step: 'route' | 'tell' | 'object' | 'finish' | 'extend' | 'review' | 'recheck'
  days: number
  /** Days of work, not of the calendar. */
  workdays?: true
}

/** Longest times, in their order. Source: regulation on petitions (信访工作条例, 2022), art. 22–36; domain rules 1.1. */
export const PETITION_TERMS = [
  { step: 'route', days: 15 },
  { step: 'tell', days: 15 },
  { step: 'object', days: 5, workdays: true },
  { step: 'finish', days: 60 },
  { step: 'extend', days: 30 },
  { step: 'review', days: 30 },
  { step: 'recheck', days: 30 },
] as const satisfies readonly PetitionTerm[]
