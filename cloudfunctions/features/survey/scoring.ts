import type { Estimate, Moments, Scale, ScoreEstimate } from '~/types/survey-scores'
import { studentQuantile, Z } from './distributions'

/**
 * What the replies of an area say, with how sure that is. Pure. Everything works on counts and sums by stratum, so
 * that the database adds up single ballots and nothing here grows with their number. Explained in docs/scoring.md.
 */

/** Lowest and highest score. */
const RANGE = { least: 0, most: 100 } as const

/** Sums of the scores in `counts` (replies by answer); answers without points are left out. */
export function momentsOf(counts: readonly number[], points: Scale['points']): Moments {
  const moments = { n: 0, sum: 0, squares: 0 }
  counts.forEach((count, answer) => {
    const score = points[answer]
    if (score != null) {
      moments.n += count
      moments.sum += count * score
      moments.squares += count * score * score
    }
  })
  return moments
}

/**
 * Replies that count as much as `effective` equal ones: (Σw)²/Σw².
 * Source: Kish, Survey Sampling (1965), 11.7; domain rules 3.3.
 */
export function effectiveSize(sizes: readonly number[], weights: readonly number[]): number {
  let sum = 0
  let squares = 0
  sizes.forEach((n, i) => {
    const weight = weights[i] ?? 1
    sum += n * weight
    squares += n * weight * weight
  })
  return squares === 0 ? 0 : (sum * sum) / squares
}

/** Share of the population that did not reply: 1 − n/N, by which the variance of a mean shrinks; 1 without N. */
function unasked(replies: number, population: number | undefined): number {
  return population === undefined || population <= 0 ? 1 : Math.max(0, 1 - replies / population)
}

/**
 * Wilson's interval of a share at 95 %: c ± h with c = (p + z²/2n)/(1 + z²/n), h = z√(p(1−p)/n + z²/4n²)/(1 + z²/n).
 * With a population N, n becomes n(N−1)/(N−n), the size that is as exact without a population.
 * Source: Wilson (1927); recommended for small n by Brown, Cai, DasGupta, Statistical Science 16 (2001); finite
 * population: Cochran, Sampling Techniques (1977), 3.2; domain rules 3.3.
 *
 * @param share between 0 and 1
 * @param n replies, or their effective number; above 0
 * @param finite how many replied and how many were asked
 */
export function wilson(
  share: number,
  n: number,
  finite?: { replies: number; population: number },
): { low: number; high: number } {
  const left = finite === undefined ? 1 : finite.population - finite.replies
  if (finite !== undefined && left <= 0) {
    return { low: share, high: share }
  }
  const size = finite === undefined ? n : (n * (finite.population - 1)) / left
  const square = (Z * Z) / size
  const centre = (share + square / 2) / (1 + square)
  const half = (Z * Math.sqrt((share * (1 - share)) / size + square / (4 * size))) / (1 + square)
  // What no reply contradicts is not excluded, whatever the last digit of the arithmetic says.
  return {
    low: share === 0 ? 0 : Math.max(0, centre - half),
    high: share === 1 ? 1 : Math.min(1, centre + half),
  }
}

export interface Sample {
  /** What one reply of each stratum counts; 1 when left out. */
  weights?: readonly number[]
  /** People who were asked; without it the interval is that of an endless population. */
  population?: number
}

/**
 * Mean score with its 95 % interval: ȳ = Σwy/Σw ± t·√((1 − n/N)·s²/n′), n′ the effective number of replies,
 * s² = Σw(y − ȳ)²/Σw · n′/(n′ − 1), t with n′ − 1 degrees of freedom. Equal weights give the textbook mean of a simple
 * random sample. When all replies agree, or there is only one, s² says nothing; then the interval is Wilson's, as if
 * the scores had been 0 and 100 only, which no distribution on the scale exceeds.
 * Source: Cochran (1977), 2.5–2.8; Kish (1965), 11.7; domain rules 3.3.
 *
 * @param strata sums by stratum
 * @returns undefined when no reply gave a score
 */
export function meanScore(
  strata: readonly Moments[],
  { weights = [], population }: Sample = {},
): ScoreEstimate | undefined {
  const sizes = strata.map(({ n }) => n)
  const replies = sizes.reduce((sum, n) => sum + n, 0)
  if (replies === 0) {
    return undefined
  }
  const effective = effectiveSize(sizes, weights)
  const total = strata.reduce((sum, { n }, i) => sum + n * (weights[i] ?? 1), 0)
  const value = strata.reduce((sum, one, i) => sum + one.sum * (weights[i] ?? 1), 0) / total
  // About the mean, as squares of sums far from it would lose digits.
  const apart = strata.reduce(
    (sum, { n, sum: scores, squares }, i) =>
      sum + (weights[i] ?? 1) * (squares - 2 * value * scores + n * value * value),
    0,
  )
  // A billionth of a squared point is what is left of agreement in floating point.
  const agree = apart / total < 1e-9
  const base = { value, replies, effective }
  if (agree || effective <= 1) {
    const { least, most } = RANGE
    const finite = population === undefined ? undefined : { replies, population }
    const bound = wilson((value - least) / (most - least), effective, finite)
    const interval = { low: least + (most - least) * bound.low, high: least + (most - least) * bound.high }
    return { ...base, ...interval, ...(effective > 1 && { variance: 0 }) }
  }
  const variance = ((apart / total) * effective) / (effective - 1)
  const error = Math.sqrt((unasked(replies, population) * variance) / effective)
  const half = studentQuantile(effective - 1) * error
  return {
    ...base,
    low: Math.max(RANGE.least, value - half),
    high: Math.min(RANGE.most, value + half),
    variance,
  }
}

/**
 * Share of the satisfied among those who gave a score, with Wilson's interval on the effective number of replies.
 * Source: domain rules 3.1 (top boxes) and 3.3.
 *
 * @param strata replies by answer, stratum by stratum
 * @returns undefined when no reply gave a score
 */
export function satisfiedShare(
  strata: readonly (readonly number[])[],
  { points, satisfied }: Scale,
  { weights = [], population }: Sample = {},
): Estimate | undefined {
  const pick = (counts: readonly number[], wanted: (answer: number) => boolean) =>
    counts.reduce((sum, count, answer) => (wanted(answer) ? sum + count : sum), 0)
  const sizes = strata.map((counts) => pick(counts, (answer) => points[answer] != null))
  const replies = sizes.reduce((sum, n) => sum + n, 0)
  if (replies === 0) {
    return undefined
  }
  let total = 0
  let yes = 0
  strata.forEach((counts, i) => {
    const weight = weights[i] ?? 1
    total += weight * (sizes[i] ?? 0)
    yes += weight * pick(counts, (answer) => points[answer] != null && satisfied[answer] === true)
  })
  const effective = effectiveSize(sizes, weights)
  const value = yes / total
  const finite = population === undefined ? undefined : { replies, population }
  return { value, ...wilson(value, effective, finite), replies, effective }
}

/** Share of those asked who took part, at most 1; 0 when nobody was asked. */
export function coverageOf(participants: number, asked: number): number {
  return asked <= 0 ? 0 : Math.min(1, participants / asked)
}
