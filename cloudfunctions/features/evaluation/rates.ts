import { APPEAL_RATES, type EvaluationTerms } from '~/types/evaluation'
import { SATISFACTIONS } from '~/types/appeal'
import type { CaseTally } from '../appeal/queries'
import { meanScore } from '../survey/queries'
import type { Measured } from './compose'

const Z = 1.959963984540054

/** Mean of scores with its standard error; undefined of nothing. */
function meanOf(lines: { score: number; count: number }[]): { value: number; error: number } | undefined {
  const moments = lines.map(({ score, count }) => ({
    n: count,
    sum: count * score,
    squares: count * score * score,
  }))
  const mean = meanScore(moments)
  return mean && { value: mean.value, error: (mean.high - mean.low) / (2 * Z) }
}

/** The component and whether enough call-backs were reached to give a place. */
export interface Rates extends Measured {
  sufficient: boolean
}

/**
 * The three rates: answered in time of all cases, solved and satisfied of those whose people were reached; unreached
 * never counts as satisfied. How many cases there are is not in it, so that nobody is better off for silence: one more
 * that was answered in time, solved and praised never lowers it. Where nobody was reached only the time counts; below
 * the least share the number stands, but gives no place.
 * Source: domain rules 1.7.
 */
export function ratesOf(cases: CaseTally, { rates, points }: EvaluationTerms): Rates {
  const { counted, excluded, pending, late, reached, solved, partly, satisfactions } = cases
  const facts = { counted, excluded, pending, reached }
  if (counted === 0) {
    return { value: null, error: 0, leftOut: 'no_data', facts, sufficient: true }
  }
  const found = {
    inTime: meanOf([
      { score: 100, count: counted - late },
      { score: 0, count: late },
    ]),
    solved: meanOf([
      { score: 100, count: solved },
      { score: rates.partly, count: partly },
      { score: 0, count: reached - solved - partly },
    ]),
    satisfied: meanOf(
      SATISFACTIONS.map((level, i) => ({ score: points[i] ?? 0, count: satisfactions[level] })),
    ),
  }
  const known = APPEAL_RATES.flatMap((name) => {
    const one = found[name]
    return one === undefined ? [] : [{ name, weight: rates[name], ...one }]
  })
  const total = known.reduce((sum, { weight }) => sum + weight, 0)
  const part = (pick: (one: (typeof known)[number]) => number, of = known) =>
    of.reduce((sum, one) => sum + one.weight * pick(one), 0) / total
  // Solved and satisfied are the words of the same people, so their errors add up in full.
  const people = known.filter(({ name }) => name !== 'inTime')
  const time = known.filter(({ name }) => name === 'inTime')
  const reachedShare = (100 * reached) / counted
  return {
    value: part(({ value }) => value),
    error: Math.hypot(
      part(({ error }) => error, people),
      part(({ error }) => error, time),
    ),
    leftOut: null,
    facts: { ...facts, reachedShare, ...Object.fromEntries(known.map(({ name, value }) => [name, value])) },
    sufficient: reachedShare >= rates.minReached,
  }
}
