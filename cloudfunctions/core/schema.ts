import type { ColumnType, Generated, Insertable, Selectable, Updateable } from 'kysely'
import type { AppealCategory, AppealStatus, RatingOutcome, Satisfaction, Urgency } from '~/types/appeal'
import type { AreaLevel } from '~/types/area'
import type { DeliveryState, Tone } from '~/types/feed'
import type { Assurance } from '~/types/me'
import type { Role } from '~/types/roles'

/** Row types of the tables in migrations/, in camel case (CamelCasePlugin). One interface a table. */
type Json = ColumnType<unknown, string, string>

export interface AreaTable {
  code: string
  level: AreaLevel
  parentCode: string | null
  name: string
  latitude: number
  longitude: number
}
export interface SettingTable {
  name: string
  version: number
  value: Json
  validFrom: Date
}
export interface DepartmentTable {
  code: string
  name: string
  areaCode: string
  phone: Generated<string>
}
export interface AppUserTable {
  id: string
  openid: string | null
  name: Generated<string>
  phoneEncrypted: string | null
  phoneHash: string | null
  partyMember: Generated<boolean>
  privacyVersion: Generated<number>
  consentedAt: Date | null
  createdAt: Date
  removedAt: Date | null
}
export interface MembershipTable {
  id: string
  userId: string
  areaCode: string
  assurance: Assurance
  since: Date
  until: Date | null
  setBy: string | null
}
export interface AssignmentTable {
  id: string
  userId: string
  role: Role
  areaCode: string
  departmentCode: string | null
  fromAt: Date
  toAt: Date | null
  givenBy: string | null
  endedBy: string | null
  endReason: string | null
}
export interface GridSettingTable {
  areaCode: string
  dutyPhone: Generated<string>
  channel: Generated<'feed' | 'share'>
}
export interface GridGroupTable {
  opengid: string
  areaCode: string
  boundBy: string
  boundAt: Date
}
export interface HouseholdTable {
  id: string
  areaCode: string
  door: string
}
export interface ResidentTable {
  id: string
  householdId: string
  areaCode: string
  userId: string | null
  name: string
  sex: 'female' | 'male'
  bornOn: string
  head: Generated<boolean>
}
export interface IdempotencyKeyTable {
  userId: string
  key: string
  action: string
  inputHash: string
  output: ColumnType<unknown, string | null, string | null>
  createdAt: Date
}
export interface AuditChainTable {
  chain: number
  seq: number
  hash: string
}
export interface AuditLogTable {
  chain: number
  seq: number
  at: Date
  userId: string | null
  action: string
  target: Generated<string>
  areaCode: Generated<string>
  result: string
  reason: Generated<string>
  requestId: string
  prevHash: string
  hash: string
}
export interface PictureTable {
  id: string
  userId: string
  rawPath: string
  fileKey: string | null
  width: number | null
  height: number | null
  bytes: number | null
  createdAt: Date
  attachedAt: Date | null
}
export interface OutboxTable {
  id: string
  event: string
  key: string
  payload: Json
  state: Generated<'pending' | 'sent' | 'dead'>
  runAt: Date
  leaseUntil: Date | null
  attempts: Generated<number>
  lastError: string | null
  createdAt: Date
  settledAt: Date | null
}
export interface FeedItemTable {
  id: string
  eventKey: string
  areaCode: string
  title: string
  body: Generated<string>
  label: string
  tone: Tone
  path: string
  pictureId: string | null
  at: Date
}
export interface DeliveryTable {
  id: string
  eventKey: string
  areaCode: string
  channel: 'share'
  title: string
  body: Generated<string>
  label: string
  tone: Tone
  path: string
  state: Generated<DeliveryState>
  sharedBy: string | null
  sharedAt: Date | null
  arrivedAt: Date | null
  createdAt: Date
}
export interface AppealTable {
  id: string
  number: string
  areaCode: string
  submitterId: string
  text: string
  place: Generated<string>
  category: AppealCategory
  urgency: Urgency
  nameShown: boolean
  private: boolean
  status: AppealStatus
  holderCode: string
  handlerId: string | null
  submittedAt: Date
  dueAt: Date
  handledAt: Date | null
  closedAt: Date | null
  reopenCount: Generated<number>
  version: Generated<number>
}
export interface AppealNumberTable {
  districtCode: string
  day: string
  last: number
}
export interface AppealStepTable {
  id: string
  appealId: string
  action: string
  fromStatus: string
  toStatus: string
  userId: string
  byCode: string
  byResident: boolean
  words: Generated<string>
  at: Date
}
export interface AppealPictureTable {
  stepId: string
  position: number
  pictureId: string
}
export interface AppealRatingTable {
  appealId: string
  round: number
  userId: string
  outcome: RatingOutcome
  satisfaction: Satisfaction
  words: Generated<string>
  at: Date
}

export interface Database {
  area: AreaTable
  setting: SettingTable
  department: DepartmentTable
  appUser: AppUserTable
  membership: MembershipTable
  assignment: AssignmentTable
  gridSetting: GridSettingTable
  gridGroup: GridGroupTable
  household: HouseholdTable
  resident: ResidentTable
  idempotencyKey: IdempotencyKeyTable
  auditChain: AuditChainTable
  auditLog: AuditLogTable
  picture: PictureTable
  outbox: OutboxTable
  feedItem: FeedItemTable
  delivery: DeliveryTable
  appeal: AppealTable
  appealNumber: AppealNumberTable
  appealStep: AppealStepTable
  appealPicture: AppealPictureTable
  appealRating: AppealRatingTable
}

export type Row<T extends keyof Database> = Selectable<Database[T]>
export type NewRow<T extends keyof Database> = Insertable<Database[T]>
export type RowUpdate<T extends keyof Database> = Updateable<Database[T]>
