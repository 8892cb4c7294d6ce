import type { PictureView } from './picture'

/** 文明提醒: a friendly word about a place, never about a person. */
export const CIVILITY_KINDS = [
  'litter',
  'parking',
  'dogs',
  'noise',
  'smoke',
  'stairway',
  'charging',
  'other',
] as const
export type CivilityKind = (typeof CIVILITY_KINDS)[number]

export const CIVILITY_STATUSES = ['posted', 'withdrawn'] as const
export type CivilityStatus = (typeof CIVILITY_STATUSES)[number]
/** Characters. */
export const CIVILITY_LIMITS = { words: 100, reason: 100 } as const

export interface CivilityView {
  id: string
  kind: CivilityKind
  words: string
  areaName: string
  status: CivilityStatus
  picture?: PictureView
  /** ISO 8601, UTC. */
  at: string
  can: 'civility.withdraw'[]
}

export interface CivilityApi {
  /** `nobodyRecognisable`: the worker has looked at the picture as it will be seen, and at the words. */
  'civility.remind': {
    input: {
      kind: CivilityKind
      words: string
      areaCode: string
      pictureId?: string
      nobodyRecognisable: true
    }
    output: CivilityView
  }
  /** Takes it out of the feed and out of what waits to be shared. */
  'civility.withdraw': { input: { id: string; reason: string }; output: CivilityView }
  'civility.info': { input: { id: string }; output: CivilityView }
}
