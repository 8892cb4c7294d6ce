import type { ColumnType, Generated } from 'kysely'
import type {
  AppealCategory,
  AppealStatus,
  RatingOutcome,
  Satisfaction,
  ToldBy,
  TriageOutcome,
  UrgencyClass,
  WaitingFor,
} from '~/types/appeal'
import type { Consent } from '~/types/behalf'
import type { ContentState } from '~/types/content'
import type { LegalChannel } from '~/types/legal'
import type { WhistleKind, WhistleStatus } from '~/types/whistle'

interface AppealTable {
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
  /** Who gave it to the handler, as long as the handler has not taken it. */
  handedBy: ColumnType<string | null, string | null | undefined, string | null>
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
  /** Until when the person must have been spoken to, and when they were, in the present term. */
  contactDueAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  contactedAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** It came too late in some term. */
  contactLate: Generated<boolean>
  waitingFor: ColumnType<WaitingFor | null, WaitingFor | null | undefined, WaitingFor | null>
  reviewAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  objectionCount: Generated<number>
  outcome: ColumnType<TriageOutcome | null, TriageOutcome | null | undefined, TriageOutcome | null>
  channel: ColumnType<LegalChannel | null, LegalChannel | null | undefined, LegalChannel | null>
  capturedBy: ColumnType<string | null, string | null | undefined, string | null>
  consent: Generated<Consent | ''>
  /** Who spoke to the worker, when they are not in the program. */
  contactName: Generated<string>
  contactPhoneEncrypted: ColumnType<string | null, string | null | undefined, string | null>
  /** Whom a relative or a neighbour filed for; '' for nobody. */
  behalfName: Generated<string>
  behalfPhoneEncrypted: ColumnType<string | null, string | null | undefined, string | null>
  behalfUserId: ColumnType<string | null, string | null | undefined, string | null>
  behalfToldBy: ColumnType<ToldBy | null, ToldBy | null | undefined, ToldBy | null>
  /** The number under which the hotline of the city has it. */
  cityNumber: ColumnType<string | null, string | null | undefined, string | null>
  termFrom: Date
  remindAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  remindStep: Generated<number>
  lastUrgedAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  content: Generated<ContentState>
  checkAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  checkTries: Generated<number>
}
interface AppealNumberTable {
  districtCode: string
  day: string
  last: number
}
interface AppealStepTable {
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
interface AppealPictureTable {
  stepId: string
  position: number
  pictureId: string
}
interface AppealVoiceTable {
  stepId: string
  position: number
  voiceId: string
}
interface AppealRatingTable {
  appealId: string
  round: number
  userId: string
  outcome: RatingOutcome
  satisfaction: Satisfaction
  words: Generated<string>
  at: Date
  calledBy: string | null
}
interface AppealCallbackTable {
  appealId: string
  round: number
  askedAt: Date
  tries: number
  triedAt: Date
  nextAt: Date | null
  frozenAt: Date | null
  unreached: Generated<boolean>
}
interface AppealThankTable {
  appealId: string
  userId: string
  at: Date
}

interface AppealViewTable {
  appealId: string
  userId: string
  day: string
  at: Date
}
interface AppealJoinTable {
  appealId: string
  userId: string
  words: Generated<string>
  at: Date
}
interface AppealObjectionTable {
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
interface AppealExtensionTable {
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
interface WhistleTable {
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
interface AppealNoticeTable {
  appealId: string
  round: number
  step: number
  at: Date
}

export interface AppealTables {
  appeal: AppealTable
  appealNumber: AppealNumberTable
  appealStep: AppealStepTable
  appealPicture: AppealPictureTable
  appealVoice: AppealVoiceTable
  appealRating: AppealRatingTable
  appealCallback: AppealCallbackTable
  appealThank: AppealThankTable
  appealView: AppealViewTable
  appealJoin: AppealJoinTable
  appealObjection: AppealObjectionTable
  appealExtension: AppealExtensionTable
  whistle: WhistleTable
  appealNotice: AppealNoticeTable
}
