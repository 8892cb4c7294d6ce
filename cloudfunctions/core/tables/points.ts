import type { ColumnType, Generated } from 'kysely'
import type {
  AccountKind,
  AwardStatus,
  EntryKind,
  PointsCategory,
  PointsRule,
  RedemptionStatus,
} from '~/types/points'

type Later<T> = ColumnType<T | null, T | null | undefined, T | null>

interface PointsAccountTable {
  id: string
  kind: AccountKind
  areaCode: string
  householdId: string | null
  userId: string | null
  balance: Generated<number>
  oldestAt: Later<Date>
}
interface PointsEntryTable {
  id: string
  kind: EntryKind
  sourceType: string
  sourceId: string
  rule: string
  category: PointsCategory | null
  userId: string | null
  words: Generated<string>
  madeBy: string | null
  at: Date
}
interface PointsLineTable {
  entryId: string
  accountId: string
  amount: number
  earnedAt: Date | null
}
interface PointsAwardTable {
  id: string
  requestId: string
  areaCode: string
  accountId: string
  userId: string
  rule: PointsRule
  category: PointsCategory
  points: number
  ruleVersion: number
  words: string
  status: AwardStatus
  proposedBy: string
  proposedAt: Date
  decidedBy: Later<string>
  decidedAt: Later<Date>
  publishedUntil: Later<Date>
  creditedAt: Later<Date>
  reversedBy: Later<string>
  reversedAt: Later<Date>
  reason: Generated<string>
  version: Generated<number>
}
interface PointsObjectionTable {
  id: string
  awardId: string
  userId: string
  reason: string
  at: Date
  decideBy: Date
  upheld: boolean | null
  decidedBy: string | null
  decidedAt: Date | null
  words: Generated<string>
}
interface PointsAuditTable {
  hour: Date
  entries: number
  unbalanced: number
  astray: number
}
interface PointsWarningTable {
  accountId: string
  earnedAt: Date
  points: number
  at: Date
}
interface PointsSurveyTable {
  surveyId: string
  afterUnit: string | null
  doneAt: Date | null
}
interface PointsGoodsTable {
  id: string
  areaCode: string
  name: string
  price: number
  stock: number
  shown: boolean
  offeredBy: string
  offeredAt: Date
  version: Generated<number>
}
interface PointsRedemptionTable {
  id: string
  requestId: string
  goodsId: string
  accountId: string
  userId: string
  areaCode: string
  goodsName: string
  price: number
  code: string
  status: RedemptionStatus
  redeemedAt: Date
  collectBy: Date
  collectedAt: Later<Date>
  collectedBy: Later<string>
  version: Generated<number>
}

export interface PointsTables {
  pointsAccount: PointsAccountTable
  pointsEntry: PointsEntryTable
  pointsLine: PointsLineTable
  pointsAward: PointsAwardTable
  pointsObjection: PointsObjectionTable
  pointsAudit: PointsAuditTable
  pointsWarning: PointsWarningTable
  pointsSurvey: PointsSurveyTable
  pointsGoods: PointsGoodsTable
  pointsRedemption: PointsRedemptionTable
}
