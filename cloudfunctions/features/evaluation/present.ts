import type { AreaView } from '~/types/area'
import type { EvaluationObjectionView, EvaluationView, EvaluationVillageRowView } from '~/types/evaluation'
import type { EvaluationRow, ObjectionRow, VillageRow } from './repo'

type Areas = Map<string, AreaView>
const nameOf = (areas: Areas, code: string) => areas.get(code)?.name ?? ''
const textOf = (at: Date | null) => at?.toISOString() ?? null

/** What the caller may see and do beside the row. */
export type Beside = Pick<EvaluationView, 'surveyTitle' | 'villageCount' | 'waiting' | 'own' | 'can'>

export function presentEvaluation(row: EvaluationRow, areas: Areas, beside: Beside): EvaluationView {
  const { id, title, status, areaCode, surveyId, edition, terms } = row
  return {
    ...{ id, title, status, areaCode, surveyId, edition, terms },
    ...beside,
    areaName: nameOf(areas, areaCode),
    from: row.fromAt.toISOString(),
    to: row.toAt.toISOString(),
    objectionsUntil: textOf(row.objectionsUntil),
    publishedAt: textOf(row.publishedAt),
  }
}

export function presentVillage(row: VillageRow, areas: Areas): EvaluationVillageRowView {
  const { areaCode, kind, size, score, placeFrom, placeTo, placeOf, band, danger, dangerLate } = row
  return {
    ...{ areaCode, kind, size, band },
    name: nameOf(areas, areaCode),
    townName: nameOf(areas, areaCode.slice(0, 9)),
    score: score === null ? null : Math.round(score * 10) / 10,
    places: placeFrom === 0 ? null : { from: placeFrom, to: placeTo, of: placeOf },
    danger: { cases: danger, late: dangerLate },
  }
}

export function presentObjection(row: ObjectionRow, areas: Areas, decides: boolean): EvaluationObjectionView {
  const { id, areaCode, reason, upheld, words, leftOut, decidedAt } = row
  return {
    ...{ id, areaCode, reason, upheld, words, leftOut },
    name: nameOf(areas, areaCode),
    at: row.objectedAt.toISOString(),
    decidedAt: textOf(decidedAt),
    can: decides && decidedAt === null ? ['evaluation.decideObjection'] : [],
  }
}
