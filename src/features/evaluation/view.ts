import {
  EVALUATION_COMPONENTS,
  type ComponentView,
  type EvaluationView,
  type EvaluationVillageRowView,
} from '~/types/evaluation'
import { EVALUATION_KIND_LABELS, EVALUATION_SIZE_LABELS } from '@/labels/evaluation'
import { day } from '@/time'

/** 92.4 */
export const points = (value: number) => value.toFixed(1)
/** 45%, 33.3% */
export const percent = (value: number) => `${Number(value.toFixed(1))}%`

/** 2026-01-01 到 2026-03-31: the last day counts, the moment after it does not. */
export const periodWords = ({ from, to }: Pick<EvaluationView, 'from' | 'to'>) =>
  `${day(from)} 到 ${day(new Date(Date.parse(to) - 1).toISOString())}`

/** How sure a number is. The sign joins what a line must not break between. */
export const rangeWords = (low: number, high: number) =>
  `95%\u2060的把握在${points(low)}到${points(high)}之间`

type Place = Pick<EvaluationVillageRowView, 'places' | 'score'>

/** 第3名; 并列第2到5名 where the intervals overlap; why there is none. */
export function placeWords({ places, score }: Place): string {
  if (places === null) {
    return score === null ? '这次没有得分' : '资料太少,不排名'
  }
  return places.from === places.to ? `第${places.from}名` : `并列第${places.from}到${places.to}名`
}

/** 乡镇 · 小村: those that are compared with each other. */
export function classWords({ kind, size }: Pick<EvaluationVillageRowView, 'kind' | 'size'>): string {
  return [EVALUATION_KIND_LABELS[kind], EVALUATION_SIZE_LABELS[size]]
    .filter((word) => word !== '')
    .join(' · ')
}

/** The parts in the order in which they are always told. */
export const inOrder = (components: ComponentView[]) =>
  EVALUATION_COMPONENTS.flatMap((name) => components.filter((one) => one.name === name))

/** 93.2×50% + 88.0×30% ≈ 91.1; what is left out has given its weight to the others. Empty without a score. */
export function formulaOf(components: ComponentView[], score: number | null): string {
  const counted = inOrder(components).flatMap(({ value, share }) =>
    value === null || share === 0 ? [] : [`${points(value)}×${percent(share)}`],
  )
  return score === null ? '' : `${counted.join(' + ')} ≈ ${points(score)}`
}
