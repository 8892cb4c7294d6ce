import type { ColumnType, Generated } from 'kysely'
import type { ContentState } from '~/types/content'
import type {
  DayPart,
  FitReason,
  FreeTime,
  HelpKind,
  HelpReportKind,
  HelpStatus,
  HelpWay,
} from '~/types/help'

type Late<T> = ColumnType<T | null, T | null | undefined, T | null>

interface HelpTable {
  id: string
  areaCode: string
  askerId: string
  kind: HelpKind
  text: string
  place: Generated<string>
  /** YYYY-MM-DD. */
  day: string | null
  part: DayPart
  urgent: boolean
  forFamily: boolean
  way: HelpWay
  status: HelpStatus
  reachCode: string | null
  widenAt: Date | null
  alertCode: string | null
  alertAt: Date | null
  attendedBy: Late<string>
  attendedAt: Late<Date>
  helperId: Late<string>
  matchedAt: Late<Date>
  askerDoneAt: Late<Date>
  helperDoneAt: Late<Date>
  askedAt: Date
  endedAt: Late<Date>
  expireAt: Date
  content: Generated<ContentState>
  checkAt: Late<Date>
  checkTries: Generated<number>
  version: Generated<number>
}
interface HelpStepTable {
  id: string
  helpId: string
  action: string
  fromStatus: HelpStatus | ''
  toStatus: HelpStatus
  userId: string | null
  words: Generated<string>
  at: Date
}
interface HelpPictureTable {
  helpId: string
  position: number
  pictureId: string
}
interface HelpVoiceTable {
  helpId: string
  position: number
  voiceId: string
}
interface HelpOfferTable {
  id: string
  helpId: string
  userId: string
  words: Generated<string>
  at: Date
}
interface HelpInviteTable {
  helpId: string
  userId: string
  reasons: FitReason[]
}
interface HelpAbleTable {
  userId: string
  id: string
  areaCode: string
  reachCode: string
  kinds: HelpKind[]
  times: FreeTime[]
  words: Generated<string>
  at: Date
}
interface HelpThankTable {
  id: string
  helpId: string
  userId: string
  words: string
  shared: boolean
  at: Date
  content: Generated<ContentState>
  checkAt: Late<Date>
  checkTries: Generated<number>
}
interface HelpReportTable {
  id: string
  helpId: string
  userId: string
  kind: HelpReportKind
  words: string
  at: Date
  handledBy: Late<string>
  handledAt: Late<Date>
  outcome: Generated<string>
}

export interface HelpTables {
  help: HelpTable
  helpStep: HelpStepTable
  helpPicture: HelpPictureTable
  helpVoice: HelpVoiceTable
  helpOffer: HelpOfferTable
  helpInvite: HelpInviteTable
  helpAble: HelpAbleTable
  helpThank: HelpThankTable
  helpReport: HelpReportTable
}
