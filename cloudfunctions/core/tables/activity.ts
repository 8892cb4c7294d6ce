import type { ColumnType, Generated } from 'kysely'
import type { ActivityKind, ActivityStatus, CheckWay, SignupStatus } from '~/types/activity'
import type { ServiceKind } from '~/types/record'

/** Null until something happens. */
type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

interface ActivityTable {
  id: string
  areaCode: string
  kind: ActivityKind
  title: string
  words: string
  place: string
  latitude: number | null
  longitude: number | null
  bring: Generated<string>
  skills: Generated<string>
  contact: string
  phoneEncrypted: string
  minAge: number
  maxAge: number
  partyOnly: boolean
  risky: boolean
  insurance: Generated<string>
  pictureId: string | null
  status: ActivityStatus
  version: Generated<number>
  organiserId: string
  createdAt: Date
  publishedAt: Later<Date>
  decidedBy: Later<string>
  reason: Generated<string>
  report: Generated<string>
  reportedAt: Later<Date>
  nextAt: Date
  nextOverAt: Date
  toldLeft: Later<number>
}
interface ActivityPictureTable {
  activityId: string
  position: number
  pictureId: string
}
interface ShiftTable {
  id: string
  activityId: string
  startsAt: Date
  endsAt: Date
  capacity: number
  taken: Generated<number>
  waiting: Generated<number>
  lastPlace: Generated<number>
}
interface VolunteerTable {
  id: string
  userId: string | null
  residentId: string | null
  namedBy: string | null
  name: Generated<string>
  /** YYYY-MM-DD */
  bornOn: string | null
  createdAt: Date
}
interface SignupTable {
  id: string
  shiftId: string
  activityId: string
  volunteerId: string
  userId: string
  guardian: Generated<boolean>
  status: SignupStatus
  version: Generated<number>
  place: number
  /** A range as PostgreSQL writes it; read the shift instead. */
  during: string
  signedAt: Date
  offeredUntil: Later<Date>
  arrivedAt: Later<Date>
  arrivedBy: Later<CheckWay>
  leftAt: Later<Date>
  lateBy: Generated<number>
}
interface ServiceEntryTable {
  id: string
  signupId: string
  activityId: string
  volunteerId: string
  kind: ServiceKind
  /** YYYY-MM-DD in Shanghai. */
  day: string
  minutes: number
  reason: Generated<string>
  enteredBy: string
  at: Date
}
interface ServiceDayTable {
  volunteerId: string
  day: string
  minutes: number
}
export interface ActivityTables {
  activity: ActivityTable
  activityPicture: ActivityPictureTable
  shift: ShiftTable
  volunteer: VolunteerTable
  signup: SignupTable
  serviceEntry: ServiceEntryTable
  serviceDay: ServiceDayTable
}
