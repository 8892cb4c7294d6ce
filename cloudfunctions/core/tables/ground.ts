import type { ColumnType, Generated } from 'kysely'
import type { AreaLevel } from '~/types/area'
import type { ContentState } from '~/types/content'
import type { DeliveryState, Tone } from '~/types/feed'
import type { Assurance } from '~/types/me'
import type { Role } from '~/types/roles'
import type { SettingName } from '~/types/setting'
import type { DeletionKind } from '../deletion'
import type { Json } from './json'

interface AreaTable {
  code: string
  level: AreaLevel
  parentCode: string | null
  name: string
  latitude: number
  longitude: number
}
interface SettingTable {
  name: string
  version: number
  value: Json
  validFrom: Date
}
interface SettingProposalTable {
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
interface DepartmentTable {
  code: string
  name: string
  areaCode: string
  phone: Generated<string>
}
interface AppUserTable {
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
interface MembershipTable {
  id: string
  userId: string
  areaCode: string
  assurance: Assurance
  since: Date
  until: Date | null
  setBy: string | null
}
interface AssignmentTable {
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
interface GridSettingTable {
  areaCode: string
  dutyPhone: Generated<string>
  channel: Generated<'feed' | 'share'>
}
interface GridGroupTable {
  opengid: string
  areaCode: string
  boundBy: string
  boundAt: Date
}
interface HouseholdTable {
  id: string
  areaCode: string
  door: string
}
interface ResidentTable {
  id: string
  householdId: string
  areaCode: string
  userId: string | null
  name: string
  sex: 'female' | 'male'
  bornOn: string
  head: Generated<boolean>
}
interface ResidentUnlinkedTable {
  userId: string
  residentId: string
  at: Date
}
interface IdempotencyKeyTable {
  userId: string
  key: string
  action: string
  inputHash: string
  output: ColumnType<unknown, string | null, string | null>
  createdAt: Date
}
interface AuditChainTable {
  chain: number
  seq: number
  hash: string
}
interface AuditLogTable {
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
interface PictureTable {
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
  /** Shown to nobody from then on; the file is about to go. */
  withdrawnAt: ColumnType<Date | null, Date | null | undefined, Date | null>
}
interface VoiceTable {
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
interface OutboxTable {
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
interface TimerPartTable {
  part: string
  ranAt: Date
  succeededAt: Date | null
  tookMs: number
  failures: number
  lastError: string | null
}
interface FeedItemTable {
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
interface DeliveryTable {
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
interface DeletionTable {
  kind: DeletionKind
  target: string
  at: Date
  detail: Generated<string>
  keptAt: Date | null
}

export interface GroundTables {
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
  residentUnlinked: ResidentUnlinkedTable
  idempotencyKey: IdempotencyKeyTable
  auditChain: AuditChainTable
  auditLog: AuditLogTable
  picture: PictureTable
  voice: VoiceTable
  outbox: OutboxTable
  timerPart: TimerPartTable
  feedItem: FeedItemTable
  delivery: DeliveryTable
  deletion: DeletionTable
}
