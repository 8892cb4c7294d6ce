import type { EstimateView } from '~/types/survey-results'
import type { Estimate, Interval, Scale, ScoreDetail, ScoreEstimate } from '~/types/survey-scores'
import { shownScore } from './cell'
import { meanScore, satisfiedShare, type Sample } from './scoring'
import { sumOf, type Kind, type Sums } from './sums'
import { rakeWeights } from './weighting'

/** Ballots by kind, each kind with what one of its ballots counts. */
export interface Weighted {
  kinds: Kind[]
  sample: Sample
}

/**
 * Weights by which the ballots look like those who were asked. Made from who took part, which is known of everybody;
 * ballots whose kind was left out count the mean of what those kinds count.
 */
export function weigh({ asked, taken, kinds, merged }: Sums): Weighted {
  const population = sumOf(asked)
  const { weights } = rakeWeights(taken, asked)
  let [rest, restWeight] = [0, 0]
  kinds.forEach((row, band) =>
    row.forEach((kind, sex) => {
      // Of each kind those that are not in the box under their kind lie in the merged rest.
      const missing = (taken[band]?.[sex] ?? 0) - kind.ballots
      rest += missing
      restWeight += missing * (weights[band]?.[sex] ?? 1)
    }),
  )
  return {
    kinds: [...kinds.flat(), merged],
    sample: { weights: [...weights.flat(), rest === 0 ? 1 : restWeight / rest], population },
  }
}

export const scoreEstimate = ({ kinds, sample }: Weighted): ScoreEstimate | undefined =>
  meanScore(
    kinds.map(({ moments }) => moments),
    sample,
  )

export const shareEstimate = (
  { kinds, sample }: Weighted,
  question: number,
  scale: Scale,
): Estimate | undefined =>
  satisfiedShare(
    kinds.map(({ answers }) => answers[question] ?? []),
    scale,
    sample,
  )

export const tenth = (value: number) => Math.round(value * 10) / 10

/** Points as exactly as they may be shown; null when only a band may, or nothing. */
export function showScore(one: Interval | undefined, detail: ScoreDetail): EstimateView | null {
  if (one === undefined || detail === 'none' || detail === 'band') {
    return null
  }
  const show = (value: number) => shownScore(value, detail) ?? value
  return { value: show(one.value), low: show(one.low), high: show(one.high) }
}

/** A share as percent. */
export const showShare = (one: Interval | undefined, shown: boolean): EstimateView | null =>
  one === undefined || !shown
    ? null
    : { value: tenth(one.value * 100), low: tenth(one.low * 100), high: tenth(one.high * 100) }

const half = ({ low, high }: EstimateView) => (high - low) / 2

/** How much more than last time, and whether more than chance: the intervals of the two are independent. */
export function changeOf(now: EstimateView | null, before: EstimateView | null | undefined) {
  if (now === null || before == null) {
    return null
  }
  const value = tenth(now.value - before.value)
  return { value, certain: Math.abs(value) > Math.hypot(half(now), half(before)) }
}
