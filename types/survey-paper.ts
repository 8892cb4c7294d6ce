import type { PaperOrigin } from './survey'

/** Somebody behind a door, for a helper with a sheet of paper. */
export interface DoorElectorView {
  residentId: string
  name: string
  areaCode: string
  door: string
}

export const RECHECK_RESULTS = ['confirmed', 'denied', 'unreached'] as const
/** confirmed: yes, I filled it in myself · denied: no · unreached: nobody there, to be tried again. */
export type RecheckResult = (typeof RECHECK_RESULTS)[number]
/** A ballot on paper that is asked about again: whether, never what. */
export interface RecheckView {
  id: string
  name: string
  areaCode: string
  areaName: string
  door: string
  origin: PaperOrigin
  result: RecheckResult | null
  words: string
}

export const FLAG_KINDS = [
  'shared_device',
  'fast_device',
  'uniform_answers',
  'many_on_paper',
  'recheck_denied',
] as const
/** What somebody should look at; nothing is rejected by it (domain rules 3.6). */
export type FlagKind = (typeof FLAG_KINDS)[number]
export interface SurveyFlagView {
  id: string
  kind: FlagKind
  areaCode: string
  areaName: string
  /** Ballots it is about. */
  ballots: number
  /** What the reviewer found; absent while nobody has looked. */
  words?: string
  at: string
}

/** Words to a question with a short text; nobody knows whose. */
export interface SaidView {
  areaName: string
  words: string
}
