import type { ColumnType, Generated } from 'kysely'
import type {
  AgeBand,
  BallotOrigin,
  SurveyAudience,
  SurveyStatus,
  SurveySubject,
  SurveyTemplate,
} from '~/types/survey'
import type { FlagKind, RecheckResult } from '~/types/survey-paper'
import type { Json } from './json'

type Sex = 'female' | 'male'

interface SurveyTable {
  id: string
  template: SurveyTemplate
  subject: SurveySubject
  title: string
  why: string
  ownerCode: string
  areaCodes: string[]
  audience: SurveyAudience
  secret: boolean
  questions: Json
  rules: Json
  status: SurveyStatus
  version: Generated<number>
  edition: Generated<number>
  correctsId: string | null
  correction: Generated<string>
  previousId: string | null
  createdBy: string
  createdAt: Date
  closesAt: Date
  openedAt: Date | null
  closedAt: Date | null
  publishedAt: Date | null
  remindedAt: Date | null
  /** When who took part, and later the single ballots, were wiped. */
  rollWipedAt: ColumnType<Date | null, Date | null | undefined, Date | null>
  boxWipedAt: ColumnType<Date | null, Date | null | undefined, Date | null>
}
interface SurveyElectorTable {
  surveyId: string
  residentId: string
  unitId: string
  areaCode: string
  band: AgeBand
  sex: Sex
  counted: boolean
}
interface SurveyElectorateTable {
  surveyId: string
  areaCode: string
  band: AgeBand
  sex: Sex
  electors: number
  /** How many of them took part; known from the close on. */
  ballots: Generated<number>
  /** How many of those on paper. */
  onPaper: Generated<number>
}
interface SurveyRollTable {
  surveyId: string
  unitId: string
  residentId: string
  castBy: string
  areaCode: string
  origin: BallotOrigin
  hour: Date
}
interface SurveyKeyTable {
  surveyId: string
  sealed: string
}
/** Answers by the number of their question, 1 to 8. */
export type AnswerColumns = Record<`q${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`, number | null>
interface SurveyOpenBallotTable extends AnswerColumns {
  surveyId: string
  ballotId: string
  receipt: string
  areaCode: string
  band: AgeBand
  sex: Sex
  onPaper: boolean
  seconds: number | null
  secret: boolean
  residentId: string | null
  words: ColumnType<Record<string, string> | null, string | null, string | null>
}
interface SurveyDeviceTable {
  surveyId: string
  device: string
  ballotId: string
  at: Date
}
interface SurveyBallotTable extends AnswerColumns {
  id: string
  surveyId: string
  areaCode: string
  band: AgeBand | 0
  sex: Sex | 'any'
  secret: boolean
  residentId: string | null
}
interface SurveySaidTable {
  id: string
  surveyId: string
  question: number
  areaCode: string
  words: string
}
interface SurveyReceiptTable {
  surveyId: string
  number: number
  code: string
}
interface SurveyTallyTable {
  surveyId: string
  part: 'village' | 'grid' | 'paper'
  areaCode: string
  band: AgeBand | 0
  sex: Sex | 'any'
  ballots: number
  scored: number
  points: number
  squares: number
  answers: ColumnType<number[][], string, string>
}
interface SurveyHelperTable {
  surveyId: string
  userId: string
  areaCode: string
  addedBy: string
  addedAt: Date
}
interface SurveyRecheckTable {
  id: string
  surveyId: string
  unitId: string
  areaCode: string
  result: RecheckResult | null
  words: Generated<string>
  byUser: string | null
  at: Date | null
}
interface SurveyFlagTable {
  id: string
  surveyId: string
  kind: FlagKind
  areaCode: string
  ballots: number
  at: Date
  words: Generated<string>
  reviewedBy: string | null
  reviewedAt: Date | null
}
interface SurveyReminderTable {
  surveyId: string
  userId: string
  at: Date
}

export interface SurveyTables {
  survey: SurveyTable
  surveyElector: SurveyElectorTable
  surveyElectorate: SurveyElectorateTable
  surveyRoll: SurveyRollTable
  surveyKey: SurveyKeyTable
  surveyOpenBallot: SurveyOpenBallotTable
  surveyDevice: SurveyDeviceTable
  surveyBallot: SurveyBallotTable
  surveySaid: SurveySaidTable
  surveyReceipt: SurveyReceiptTable
  surveyTally: SurveyTallyTable
  surveyHelper: SurveyHelperTable
  surveyRecheck: SurveyRecheckTable
  surveyFlag: SurveyFlagTable
  surveyReminder: SurveyReminderTable
}
