import type { ColumnType, Generated, Insertable, Selectable, Updateable } from 'kysely'
import type {
  AppealCategory,
  AppealStatus,
  Consent,
  RatingOutcome,
  Satisfaction,
  ToldBy,
  TriageOutcome,
  UrgencyClass,
  WaitingFor,
} from '~/types/appeal'
import type { AreaLevel } from '~/types/area'
import type { ContentState } from '~/types/content'
import type { DeliveryState, Tone } from '~/types/feed'
import type { Assurance } from '~/types/me'
import type { Role } from '~/types/roles'
import type { SettingName } from '~/types/setting'
import type { WhistleKind, WhistleStatus } from '~/types/whistle'

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
export interface SettingProposalTable {
  id: string
  name: SettingName
  value: Json
  baseVersion: number
  reason: string
  proposedBy: string
  proposedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  approved: boolean | null
  words: Generated<string>
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
  content: Generated<ContentState>
  checkAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  checkTries: Generated<number>
  traceId: ColumnType<string | null, string | null | undefined, string | null>
}
export interface VoiceTable {
  id: string
  userId: string
  rawPath: string
  fileKey: string | null
  bytes: number | null
  seconds: number | null
  text: Generated<string>
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
  urgency: UrgencyClass
  nameShown: boolean
  private: boolean
  status: AppealStatus
  holderCode: string
  handlerId: string | null
  submittedAt: Date
  dueAt: Date
  handledAt: Date | null
  /** When the person and the centre were told the result, and how the person was. */
  fedBackCitizenAt: Generated<Date | null>
  fedBackCentreAt: Generated<Date | null>
  toldBy: Generated<ToldBy | null>
  withoutPicture: Generated<string>
  closedAt: Date | null
  reopenCount: Generated<number>
  version: Generated<number>
  leadDepartment: ColumnType<string | null, string | null | undefined, string | null>
  departments: Generated<string[]>
  signDueAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  waitingFor: ColumnType<WaitingFor | null, WaitingFor | null | undefined, WaitingFor | null>
  reviewAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  objectionCount: Generated<number>
  outcome: ColumnType<TriageOutcome | null, TriageOutcome | null | undefined, TriageOutcome | null>
  capturedBy: ColumnType<string | null, string | null | undefined, string | null>
  consent: Generated<Consent | ''>
  termFrom: Date
  remindAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  remindStep: Generated<number>
  lastUrgedAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  content: Generated<ContentState>
  checkAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  checkTries: Generated<number>
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
  userId: string | null
  byCode: string
  byDepartment: ColumnType<string | null, string | null | undefined, never>
  byResident: boolean
  words: Generated<string>
  at: Date
}
export interface AppealPictureTable {
  stepId: string
  position: number
  pictureId: string
}
export interface AppealVoiceTable {
  stepId: string
  position: number
  voiceId: string
}
export interface AppealRatingTable {
  appealId: string
  round: number
  userId: string
  outcome: RatingOutcome
  satisfaction: Satisfaction
  words: Generated<string>
  at: Date
  calledBy: string | null
}
export interface AppealCallbackTable {
  appealId: string
  round: number
  askedAt: Date
  tries: number
  triedAt: Date
  nextAt: Date | null
  frozenAt: Date | null
  unreached: Generated<boolean>
}
export interface AppealThankTable {
  appealId: string
  userId: string
  at: Date
}

export interface AppealJoinTable {
  appealId: string
  userId: string
  words: Generated<string>
  at: Date
}
export interface AppealObjectionTable {
  id: string
  appealId: string
  round: number
  department: string
  reason: string
  objectedBy: string
  objectedAt: Date
  decideBy: Date
  upheld: boolean | null
  decidedBy: string | null
  decidedAt: Date | null
  words: Generated<string>
}
export interface AppealExtensionTable {
  appealId: string
  reason: string
  seconds: number
  askedBy: string
  askedAt: Date
  granted: boolean | null
  decidedBy: string | null
  decidedAt: Date | null
  words: Generated<string>
}
export interface WhistleTable {
  id: string
  appealId: string
  department: string
  kind: WhistleKind
  words: string
  status: WhistleStatus
  version: Generated<number>
  blownBy: string
  blownAt: Date
  answerDueAt: Date
  objection: Generated<string>
  objectedBy: ColumnType<string | null, string | null | undefined, string | null>
  objectedAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  decidedBy: ColumnType<string | null, string | null | undefined, string | null>
  decidedAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  arrivedBy: string | null
  arrivedAt: Date | null
  releasedBy: string | null
  releasedAt: Date | null
  useful: number | null
  justified: number | null
}
export interface AppealNoticeTable {
  appealId: string
  round: number
  step: number
  at: Date
}

export interface Database {
  area: AreaTable
  setting: SettingTable
  settingProposal: SettingProposalTable
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
  voice: VoiceTable
  outbox: OutboxTable
  feedItem: FeedItemTable
  delivery: DeliveryTable
  appeal: AppealTable
  appealNumber: AppealNumberTable
  appealStep: AppealStepTable
  appealPicture: AppealPictureTable
  appealVoice: AppealVoiceTable
  appealRating: AppealRatingTable
  appealCallback: AppealCallbackTable
  appealThank: AppealThankTable
  appealJoin: AppealJoinTable
  appealObjection: AppealObjectionTable
  appealExtension: AppealExtensionTable
  appealNotice: AppealNoticeTable
  whistle: WhistleTable
}

export type Row<T extends keyof Database> = Selectable<Database[T]>
export type NewRow<T extends keyof Database> = Insertable<Database[T]>
export type RowUpdate<T extends keyof Database> = Updateable<Database[T]>
