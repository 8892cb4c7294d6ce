import type { EstimateView } from '~/types/survey-results'
import { points } from '../view'

/** Levels of points from which a bar is green, gold, or red; only its colour, the number stands beside it. */
const GOOD = 90
const FAIR = 60

export function toneOf(value: number): 'green' | 'gold' | 'red' {
  return value >= GOOD ? 'green' : value >= FAIR ? 'gold' : 'red'
}

/** 92.1到95.7 */
export const intervalWords = ({ low, high }: EstimateView) => `${points(low)}到${points(high)}`

/** 比上次高1.2分; with what chance may have done. */
export function changeWords({ value, certain }: { value: number; certain: boolean }): string {
  const much = points(Math.abs(value))
  if (!certain) {
    return `和上次差${much}分,可能只是碰巧`
  }
  return `比上次${value > 0 ? '高' : '低'}${much}分`
}
