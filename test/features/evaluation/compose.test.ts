import fc from 'fast-check'
import {
  compose,
  place,
  shareWeights,
  type Measured,
  type Unit,
} from '~/cloudfunctions/features/evaluation/compose'
import { ratesOf } from '~/cloudfunctions/features/evaluation/rates'
import { serviceOf } from '~/cloudfunctions/features/evaluation/service'
import type { CaseTally } from '~/cloudfunctions/features/appeal/queries'
import type { EvaluationComponent, EvaluationTerms } from '~/types/evaluation'

const TERMS: EvaluationTerms = {
  weights: { satisfaction: 60, appeals: 25, service: 10, coverage: 5 },
  rates: { inTime: 30, solved: 35, satisfied: 35, partly: 50, minReached: 60 },
  points: [100, 80, 60, 30, 0],
  terms: { objectionDays: 5, small: 500, large: 1500, hours: 50, partyShare: 60 },
  excluded: [],
  versions: {},
}
const NONE: CaseTally = {
  village: '',
  counted: 0,
  excluded: 0,
  pending: 0,
  late: 0,
  reached: 0,
  solved: 0,
  partly: 0,
  satisfactions: {
    very_satisfied: 0,
    satisfied: 0,
    fairly_satisfied: 0,
    dissatisfied: 0,
    very_dissatisfied: 0,
  },
  danger: 0,
  dangerLate: 0,
}
const few = fc.integer({ min: 0, max: 40 })
/** Any village's cases: who was reached has said both how it ended and how they were. */
const cases: fc.Arbitrary<CaseTally> = fc
  .record({
    levels: fc.tuple(few, few, few, few, few),
    silent: few,
    a: fc.double({ min: 0, max: 1, noNaN: true }),
    b: fc.double({ min: 0, max: 1, noNaN: true }),
    c: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ levels, silent, a, b, c }) => {
    const [first, second, third, fourth, fifth] = levels
    const reached = levels.reduce((sum, n) => sum + n, 0)
    const solved = Math.floor(reached * a)
    return {
      ...NONE,
      counted: reached + silent,
      late: Math.floor((reached + silent) * c),
      reached,
      solved,
      partly: Math.floor((reached - solved) * b),
      satisfactions: {
        very_satisfied: first,
        satisfied: second,
        fairly_satisfied: third,
        dissatisfied: fourth,
        very_dissatisfied: fifth,
      },
    }
  })
const measure = (value: number | null, error = 1): Measured => ({
  value,
  error,
  leftOut: value === null ? 'no_data' : null,
  facts: {},
})
/** The whole score of a village with these cases and 80 points of satisfaction. */
function scoreWith(tally: CaseTally): number {
  const measured = new Map<EvaluationComponent, Measured>([
    ['satisfaction', measure(80)],
    ['appeals', ratesOf(tally, TERMS)],
  ])
  return compose(shareWeights(TERMS.weights, measured, new Set())).score ?? NaN
}

describe('the three rates', () => {
  it('are weighed as the setting says, unreached counting for nothing', () => {
    const tally = {
      ...NONE,
      counted: 20,
      late: 4,
      reached: 16,
      solved: 10,
      partly: 4,
      satisfactions: {
        ...NONE.satisfactions,
        very_satisfied: 8,
        satisfied: 4,
        fairly_satisfied: 2,
        dissatisfied: 2,
      },
    }
    const rates = ratesOf(tally, TERMS)
    expect(rates.facts).toMatchObject({ inTime: 80, solved: 75, satisfied: 81.25, reachedShare: 80 })
    expect(rates.value).toBeCloseTo(0.3 * 80 + 0.35 * 75 + 0.35 * 81.25, 9)
    expect(rates.sufficient).toBe(true)
    expect(ratesOf({ ...tally, counted: 27 }, TERMS).sufficient).toBe(false)
  })

  it('never fall by one more case that was answered in time, solved and praised, whatever there was before', () => {
    fc.assert(
      fc.property(cases, (tally) => {
        const more = {
          ...tally,
          counted: tally.counted + 1,
          reached: tally.reached + 1,
          solved: tally.solved + 1,
          satisfactions: { ...tally.satisfactions, very_satisfied: tally.satisfactions.very_satisfied + 1 },
        }
        expect(scoreWith(more)).toBeGreaterThanOrEqual(scoreWith(tally) - 1e-9)
        const [before, after] = [ratesOf(tally, TERMS), ratesOf(more, TERMS)]
        expect(after.sufficient || !before.sufficient || tally.counted === 0).toBe(true)
      }),
    )
  })

  it('stay what they are when there are twice as many cases of each kind; only the error shrinks', () => {
    fc.assert(
      fc.property(cases, (tally) => {
        const twice = Object.fromEntries(
          Object.entries(tally).map(([name, value]: [string, unknown]) => [
            name,
            typeof value === 'number'
              ? 2 * value
              : typeof value === 'string'
                ? value
                : Object.fromEntries(
                    Object.entries(value as object).map(([key, n]) => [key, 2 * (n as number)]),
                  ),
          ]),
        ) as unknown as CaseTally
        const [once, again] = [ratesOf(tally, TERMS), ratesOf(twice, TERMS)]
        expect(again.value ?? -1).toBeCloseTo(once.value ?? -1, 9)
        expect(again.error).toBeLessThanOrEqual(once.error + 1e-9)
        expect(again.sufficient).toBe(once.sufficient)
      }),
    )
  })

  it('say nothing of a village where nothing was asked for, and of the time alone where nobody was reached', () => {
    expect(ratesOf(NONE, TERMS)).toMatchObject({ value: null, leftOut: 'no_data', sufficient: true })
    const silent = ratesOf({ ...NONE, counted: 10, late: 2 }, TERMS)
    expect(silent).toMatchObject({ value: 80, sufficient: false })
  })
})

describe('volunteering and party check-in', () => {
  const counts = { minutes: 6000, volunteers: 12, partyMembers: 10, onDuty: 3 }

  it('are half hours for each hundred people and half party members who did their part', () => {
    const { value, facts } = serviceOf(counts, 400, 365, TERMS)
    // 25 hours for each hundred of 50; 30 % of 60 %.
    expect(value).toBeCloseTo(50, 9)
    expect(facts).toEqual({ hours: 100, people: 12, partyMembers: 10, partyShare: 30 })
    expect(serviceOf(counts, 400, 73, TERMS).value).toBeCloseTo((100 + 50) / 2, 9)
  })

  it('are what is known of the two, and nothing where neither is', () => {
    expect(serviceOf(counts, undefined, 365, TERMS).value).toBeCloseTo(50, 9)
    expect(serviceOf({ ...counts, partyMembers: 0, onDuty: 0 }, 200, 365, TERMS).value).toBe(100)
    expect(serviceOf({ ...counts, partyMembers: 0, onDuty: 0 }, undefined, 365, TERMS)).toMatchObject({
      value: null,
      leftOut: 'no_data',
    })
  })
})

describe('the whole', () => {
  const shares = (measured: [EvaluationComponent, Measured][], leftOut: EvaluationComponent[] = []) =>
    shareWeights(TERMS.weights, new Map(measured), new Set(leftOut))

  it('is the weighted mean of its components', () => {
    const lines = shares([
      ['satisfaction', measure(93.9)],
      ['appeals', measure(88)],
      ['service', measure(86)],
      ['coverage', measure(83.7)],
    ])
    expect(lines.map(({ share }) => share)).toEqual([60, 25, 10, 5])
    expect(compose(lines).score).toBeCloseTo(91.125, 9)
  })

  it('gives the weight of a component without data to the others, in proportion, and says so', () => {
    const lines = shares([
      ['satisfaction', measure(90)],
      ['appeals', measure(70)],
      ['coverage', measure(null)],
    ])
    expect(lines).toMatchObject([
      { name: 'satisfaction', leftOut: null },
      { name: 'appeals', leftOut: null },
      { name: 'service', leftOut: 'no_data', share: 0 },
      { name: 'coverage', leftOut: 'no_data', share: 0 },
    ])
    expect(lines.map(({ share }) => share).reduce((a, b) => a + b)).toBeCloseTo(100, 9)
    expect(compose(lines).score).toBeCloseTo((60 * 90 + 25 * 70) / 85, 9)
  })

  it('leaves out what an objection has taken out', () => {
    const lines = shares(
      [
        ['satisfaction', measure(90)],
        ['appeals', measure(10)],
      ],
      ['appeals'],
    )
    expect(lines[1]).toMatchObject({ value: null, leftOut: 'objection' })
    expect(compose(lines).score).toBe(90)
  })

  it('is nothing where nothing is known', () => {
    expect(compose(shares([]))).toEqual({ score: null, error: 0 })
  })
})

describe('places', () => {
  const unit = (score: number | null, more: Partial<Unit> = {}): Unit => ({
    kind: 'town',
    size: 'any',
    score,
    error: 1,
    placed: true,
    ...more,
  })

  it('are shared where chance could have it the other way round', () => {
    const placed = place([95, 94.5, 80, 79, 60].map((score) => unit(score)))
    expect(placed.map(({ placeFrom, placeTo, placeOf }) => [placeFrom, placeTo, placeOf])).toEqual([
      [1, 2, 5],
      [1, 2, 5],
      [3, 4, 5],
      [3, 4, 5],
      [5, 5, 5],
    ])
    expect(placed.map(({ band }) => band)).toEqual(['higher', 'higher', 'lower', 'lower', 'lower'])
  })

  it('are given beside the like alone: streets beside streets', () => {
    const placed = place(
      [...Array(6).keys()].map((i) => unit(90 - 10 * i, { kind: i < 5 ? 'town' : 'street' })),
    )
    expect(placed.map(({ placeOf }) => placeOf)).toEqual([5, 5, 5, 5, 5, 1])
    expect(placed[5]).toMatchObject({ placeFrom: 1, placeTo: 1 })
  })

  it('are given by size only where each size has enough villages', () => {
    const sized = (small: number, large: number) => [
      ...Array.from({ length: small }, (_, i) => unit(50 + i, { size: 'small' })),
      ...Array.from({ length: large }, (_, i) => unit(80 + i, { size: 'large' })),
    ]
    expect(place(sized(5, 5)).map(({ size }) => size)).toEqual([
      ...Array<string>(5).fill('small'),
      ...Array<string>(5).fill('large'),
    ])
    expect(new Set(place(sized(4, 5)).map(({ size, placeOf }) => `${size} ${placeOf}`))).toEqual(
      new Set(['any 9']),
    )
  })

  it('are not given to a village of which too little is known; it takes nobody else a place', () => {
    const placed = place([unit(90), unit(50, { placed: false }), unit(null), unit(70)])
    expect(placed.map(({ placeFrom, placeOf, band }) => [placeFrom, placeOf, band])).toEqual([
      [1, 2, 'higher'],
      [0, 0, null],
      [0, 0, null],
      [2, 2, 'lower'],
    ])
    expect(placed[1]).toMatchObject({ low: expect.closeTo(48.04, 2) as number })
  })
})
