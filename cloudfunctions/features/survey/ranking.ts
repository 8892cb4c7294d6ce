import type { Band, Places, Shrinkage, Shrunk } from '~/types/survey-scores'
import { betaCdf, betaQuantile, normalCdf, Z } from './distributions'

/**
 * Comparing areas of one class without mistaking chance for merit. Pure. Explained in docs/scoring.md.
 * Source: domain rules 3.2 and 3.3.
 */

/** How sure it must be that a unit lies on one side of the mean before its band says so. */
export const SURE = 0.95
/** Single grids: replies of how many months count, and after how many one counts half. */
export const POOLING = { months: 12, halfLife: 6 } as const

/** A unit's share: of how many replies (their effective number, where weighted). */
export interface ShareUnit {
  n: number
  share: number
}
/** A unit's mean score, and the variance of single replies within it where there are two or more. */
export interface ScoreUnit {
  n: number
  mean: number
  variance?: number
}

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
const bandOf = (above: number): Band => (above >= SURE ? 'higher' : above <= 1 - SURE ? 'lower' : 'similar')

/** Mean of all replies, and how far the units truly lie apart: the method of moments over their distances. */
function between(sizes: number[], values: number[], within: (mean: number) => number) {
  const total = sum(sizes)
  const mean = total === 0 ? 0 : sum(sizes.map((n, i) => n * (values[i] ?? 0))) / total
  const distance = sum(sizes.map((n, i) => n * ((values[i] ?? 0) - mean) ** 2))
  const room = total === 0 ? 0 : total - sum(sizes.map((n) => n * n)) / total
  const noise = within(mean)
  const units = sizes.filter((n) => n > 0).length
  const tau2 = room <= 0 ? 0 : Math.max(0, (distance - (units - 1) * noise) / room)
  return { mean, total, noise, tau2 }
}

/** All units at the mean of their class: what lies between them is no more than chance explains. */
function tied(count: number, mean: number, error: number, most: number): Shrinkage {
  const unit: Shrunk = {
    value: mean,
    low: Math.max(0, mean - Z * error),
    high: Math.min(most, mean + Z * error),
    reliability: 0,
    above: 0.5,
    band: 'similar',
  }
  return { mean, spread: 0, strength: Infinity, units: Array.from({ length: count }, () => ({ ...unit })) }
}

/**
 * Draws shares towards that of their class (beta-binomial, empirical Bayes):
 * m = Σx/Σn; Q = Σnᵢ(pᵢ − m)²; τ² = max(0, (Q − (G−1)m(1−m))/(Σn − Σn²/Σn)); k = m(1−m)/τ² − 1, at least 1;
 * shrunkᵢ = (xᵢ + km)/(nᵢ + k); reliability nᵢ/(nᵢ + k); interval and probability of Beta(x + km, n − x + k(1−m)).
 * τ² = 0: all tied. That m and τ² are estimates themselves is left out of the intervals.
 * Source: Kleinman, JASA 68 (1973), method of moments; domain rules 3.3.
 */
export function shrinkShares(units: readonly ShareUnit[]): Shrinkage {
  const sizes = units.map(({ n }) => n)
  const { mean, total, noise, tau2 } = between(
    sizes,
    units.map(({ share }) => share),
    (m) => m * (1 - m),
  )
  if (tau2 === 0) {
    return tied(units.length, mean, Math.sqrt(total === 0 ? 0 : noise / total), 1)
  }
  // The class never counts for less than one reply, however far its units lie apart.
  const k = Math.max(1, noise / tau2 - 1)
  const shrink = ({ n, share }: ShareUnit): Shrunk => {
    const [a, b] = [n * share + k * mean, n * (1 - share) + k * (1 - mean)]
    const above = 1 - betaCdf(mean, a, b)
    return {
      value: a / (a + b),
      low: betaQuantile(0.025, a, b),
      high: betaQuantile(0.975, a, b),
      reliability: n / (n + k),
      above,
      band: bandOf(above),
    }
  }
  return { mean, spread: Math.sqrt(tau2), strength: k, units: units.map(shrink) }
}

/**
 * Draws mean scores towards that of their class (normal, empirical Bayes): as for shares, with the pooled variance
 * within units σ² = Σ(nᵢ−1)sᵢ²/Σ(nᵢ−1) instead of m(1−m), and k = σ²/τ². (For shares the variance within units is
 * m(1−m) − τ², from which their k follows.) The interval is ±1.96·√(σ²/(n + k)), within 0 to 100.
 * Source: Morris, JASA 78 (1983); domain rules 3.3.
 */
export function shrinkScores(units: readonly ScoreUnit[]): Shrinkage {
  const freedom = sum(units.map(({ n, variance }) => (variance === undefined ? 0 : Math.max(0, n - 1))))
  const squares = sum(
    units.map(({ n, variance }) => (variance === undefined ? 0 : Math.max(0, n - 1) * variance)),
  )
  const within = freedom === 0 ? 0 : squares / freedom
  const { mean, total, tau2 } = between(
    units.map(({ n }) => n),
    units.map((unit) => unit.mean),
    () => within,
  )
  // Without a variance within units nothing tells chance from merit.
  if (tau2 === 0 || freedom === 0) {
    return tied(units.length, mean, Math.sqrt(total === 0 ? 0 : within / total), 100)
  }
  const k = within / tau2
  const shrink = (unit: ScoreUnit): Shrunk => {
    const reliability = unit.n === 0 ? 0 : unit.n / (unit.n + k)
    const value = mean + reliability * (unit.mean - mean)
    const error = Math.sqrt(tau2 * (1 - reliability))
    const above =
      error === 0 ? (value > mean ? 1 : value < mean ? 0 : 0.5) : normalCdf((value - mean) / error)
    const [low, high] = [Math.max(0, value - Z * error), Math.min(100, value + Z * error)]
    return { value, low, high, reliability, above, band: bandOf(above) }
  }
  return { mean, spread: Math.sqrt(tau2), strength: k, units: units.map(shrink) }
}

/** First position in an ascending list that is not below (with `after`: that is above) a value. */
function position(sorted: readonly number[], value: number, after: boolean): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const one = sorted[middle] ?? Infinity
    if (one < value || (after && one === value)) {
      from = middle + 1
    } else {
      to = middle
    }
  }
  return from
}

/**
 * Places that each unit may hold, given the intervals of all: the first is one more than there are units wholly above
 * it, the last leaves room for those wholly below. Units whose intervals overlap share a place (并列); being tied is
 * mutual, and a place of its own has only who overlaps with nobody. More cautious than a test of each pair at 5 %
 * (Goldstein and Healy, JRSS A 158 (1995)), which suits a decision about people.
 * Source: domain rules 1.7 and 3.2.
 */
export function placesOf(units: readonly { low: number; high: number }[]): Places[] {
  const ascending = (a: number, b: number) => a - b
  const lows = units.map(({ low }) => low).sort(ascending)
  const highs = units.map(({ high }) => high).sort(ascending)
  return units.map(({ low, high }) => ({
    from: 1 + units.length - position(lows, high, true),
    to: units.length - position(highs, low, false),
  }))
}

/**
 * How much replies of earlier rounds count today: half for every six months, nothing after twelve. The results go in
 * as weights where strata do.
 * Source: domain rules 3.2 (grids are pooled, never placed on one round).
 *
 * @param monthsAgo age of each round in months
 */
export function poolWeights(monthsAgo: readonly number[]): number[] {
  return monthsAgo.map((age) => (age < 0 || age > POOLING.months ? 0 : 0.5 ** (age / POOLING.halfLife)))
}
