import type { ColumnType, Generated } from 'kysely'
import type {
  ComponentView,
  EvaluationBand,
  EvaluationComponent,
  EvaluationKind,
  EvaluationSize,
  EvaluationStatus,
  EvaluationTerms,
} from '~/types/evaluation'

interface EvaluationTable {
  id: string
  title: string
  areaCode: string
  surveyId: string | null
  fromAt: Date
  toAt: Date
  status: EvaluationStatus
  version: Generated<number>
  edition: Generated<number>
  terms: ColumnType<EvaluationTerms | null, string | null, string | null>
  createdBy: string
  createdAt: Date
  objectionsUntil: Date | null
  publishedAt: Date | null
}
interface EvaluationVillageTable {
  evaluationId: string
  areaCode: string
  kind: EvaluationKind
  size: EvaluationSize
  score: number | null
  low: number | null
  high: number | null
  placeFrom: number
  placeTo: number
  placeOf: number
  band: EvaluationBand | null
  danger: number
  dangerLate: number
  components: ColumnType<ComponentView[], string, string>
}
interface EvaluationObjectionTable {
  id: string
  evaluationId: string
  areaCode: string
  reason: string
  objectedBy: string
  objectedAt: Date
  upheld: boolean | null
  words: Generated<string>
  leftOut: EvaluationComponent | null
  decidedBy: string | null
  decidedAt: Date | null
}

export interface EvaluationTables {
  evaluation: EvaluationTable
  evaluationVillage: EvaluationVillageTable
  evaluationObjection: EvaluationObjectionTable
}
