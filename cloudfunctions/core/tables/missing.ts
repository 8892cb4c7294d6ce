import type { ColumnType, Generated } from 'kysely'
import type {
  Direction,
  Kinship,
  MissingStatus,
  ReportConsent,
  Ring,
  Sex,
  SightingStatus,
  Travel,
  Weather,
} from '~/types/missing'

/** Null unless said otherwise. */
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

interface MissingTable {
  id: string
  areaCode: string
  status: MissingStatus
  version: Generated<number>
  reporterId: Optional<string>
  capturedBy: Optional<string>
  consent: Generated<ReportConsent | ''>
  kinship: Optional<Kinship>
  contactName: Generated<string>
  /** Sealed. */
  contactPhone: Optional<string>
  name: Generated<string>
  sex: Optional<Sex>
  age: Optional<number>
  needsHelp: Generated<boolean>
  abduction: Generated<boolean>
  looks: Generated<string>
  travel: Optional<Travel>
  place: Generated<string>
  pictureId: Optional<string>
  lastSeenAt: Optional<Date>
  latitude: Optional<number>
  longitude: Optional<number>
  weather: Generated<Weather>
  centreCode: Optional<string>
  centreLatitude: Optional<number>
  centreLongitude: Optional<number>
  centreAt: Optional<Date>
  ring: Optional<Ring>
  spreadAt: Optional<Date>
  reportedAt: Date
  verifyDueAt: Optional<Date>
  escalated: Generated<number>
  verifiedAt: Optional<Date>
  verifiedBy: Optional<string>
  expiresAt: Optional<Date>
  endedAt: Optional<Date>
  wipeAt: Optional<Date>
  wipedAt: Optional<Date>
}
interface MissingStepTable {
  id: string
  missingId: string
  action: string
  userId: string | null
  byCode: string | null
  words: Generated<string>
  at: Date
}
interface MissingSightingTable {
  id: string
  missingId: string
  userId: string
  status: SightingStatus
  version: Generated<number>
  self: boolean
  seenAt: Date
  areaCode: string
  latitude: Optional<number>
  longitude: Optional<number>
  exactPlace: Generated<string>
  place: Generated<string>
  direction: Optional<Direction>
  words: Generated<string>
  pictureId: Optional<string>
  /** Sealed. */
  phone: Optional<string>
  family: Optional<boolean>
  judgedBy: Optional<string>
  judgedAt: Optional<Date>
  at: Date
}
interface MissingSearcherTable {
  missingId: string
  userId: string
  areaCode: string
  street: Generated<string>
  at: Date
  endedAt: Optional<Date>
}
interface MissingOpeningTable {
  missingId: string
  opener: string
}
interface MissingStatisticTable {
  id: string
  townCode: string
  month: string
  outcome: MissingStatus
  pace: string
  verifyMinutes: number | null
  searchMinutes: number | null
  ring: Ring | null
  told: number
  opened: number
  sightings: number
  confirmed: number
  searchers: number
}

export interface MissingTables {
  missing: MissingTable
  missingStep: MissingStepTable
  missingSighting: MissingSightingTable
  missingSearcher: MissingSearcherTable
  missingOpening: MissingOpeningTable
  missingStatistic: MissingStatisticTable
}
