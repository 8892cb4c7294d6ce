import fc from 'fast-check'
import {
  coverageOf,
  meanScore,
  momentsOf,
  satisfiedShare,
  wilson,
} from '~/cloudfunctions/features/survey/scoring'
import { mergeSmall, RAKING, rakeWeights } from '~/cloudfunctions/features/survey/weighting'
import type { Scale } from '~/types/survey-scores'

const SCALE: Scale = {
  points: [100, 80, 60, 30, 0, null],
  satisfied: [true, true, true, false, false, false],
}
const mean = (counts: number[], population?: number) =>
  meanScore([momentsOf(counts, SCALE.points)], { population })
const amount = fc.integer({ min: 0, max: 200 })
const answers = fc.array(amount, { minLength: 6, maxLength: 6 })
const strata = fc.array(fc.array(amount, { minLength: 2, maxLength: 2 }), { minLength: 4, maxLength: 4 })

describe('a mean score', () => {
  it('leaves out those who said that they do not know', () => {
    expect(mean([10, 10, 0, 0, 0, 500])).toMatchObject({ value: 90, replies: 20, effective: 20 })
    expect(mean([0, 0, 0, 0, 0, 500])).toBeUndefined()
  })

  it('is certain when everybody was asked and everybody replied', () => {
    expect(mean([30, 20, 10, 0, 0, 0], 60)).toMatchObject({ low: 86.66666666666667, high: 86.66666666666667 })
  })

  it('is not certain because all replies agree: ten who are very satisfied may be followed by others', () => {
    const { value = 0, low = 0, high = 0 } = mean([10, 0, 0, 0, 0, 0]) ?? {}
    expect([value, high]).toEqual([100, 100])
    expect(low).toBeCloseTo(72.247, 3)
    expect(mean([0, 1, 0, 0, 0, 0])).not.toHaveProperty('variance')
  })

  it('lies within its interval and the interval within the scale, narrower the more of the people replied', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 5000 }), (counts, more) => {
        const endless = mean(counts)
        const finite = mean(counts, counts.reduce((sum, n) => sum + n, 0) + more)
        if (endless === undefined || finite === undefined) {
          expect(counts.slice(0, 5).every((n) => n === 0)).toBe(true)
          return
        }
        expect(endless.low).toBeGreaterThanOrEqual(0)
        expect(endless.high).toBeLessThanOrEqual(100)
        // A millionth of a point is rounding.
        expect(finite.low).toBeGreaterThanOrEqual(endless.low - 1e-6)
        expect(finite.high).toBeLessThanOrEqual(endless.high + 1e-6)
        expect(finite.low).toBeLessThanOrEqual(finite.value + 1e-6)
        expect(finite.high).toBeGreaterThanOrEqual(finite.value - 1e-6)
      }),
    )
  })

  it('is the same whether the replies are added up by stratum or all at once', () => {
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 8 }), (cells) => {
        const together = cells.reduce((sum, one) => sum.map((n, i) => n + (one[i] ?? 0)))
        const split = meanScore(cells.map((counts) => momentsOf(counts, SCALE.points)))
        const whole = mean(together)
        expect(split?.value ?? 0).toBeCloseTo(whole?.value ?? 0, 9)
        expect(split?.low ?? 0).toBeCloseTo(whole?.low ?? 0, 6)
      }),
    )
  })

  it('counts a stratum as often as its weight says', () => {
    const cells = [momentsOf([10, 0, 0, 0, 0, 0], SCALE.points), momentsOf([0, 0, 0, 0, 10, 0], SCALE.points)]
    expect(meanScore(cells)?.value).toBe(50)
    expect(meanScore(cells, { weights: [3, 1] })?.value).toBe(75)
    expect(meanScore(cells, { weights: [3, 1] })?.effective).toBe(16)
  })
})

describe('the share of the satisfied', () => {
  it('is of those who gave a score, with the interval of Wilson', () => {
    const share = satisfiedShare([[10, 8, 0, 2, 0, 70]], SCALE)
    expect(share).toMatchObject({ value: 0.9, replies: 20, ...wilson(0.9, 20) })
    expect(satisfiedShare([[0, 0, 0, 0, 0, 4]], SCALE)).toBeUndefined()
  })

  it('mirrors the share of the others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const [one, other] = [wilson(share, n), wilson(1 - share, n)]
          expect(one.low).toBeCloseTo(1 - other.high, 9)
          expect(one.high).toBeCloseTo(1 - other.low, 9)
        },
      ),
    )
  })
})

describe('coverage', () => {
  it('is the share of those asked, never more than all', () => {
    expect([coverageOf(30, 120), coverageOf(5, 0), coverageOf(9, 8)]).toEqual([0.25, 0, 1])
  })
})

describe('weights by age and sex', () => {
  it('are between a third and three, whoever replied, and never make the replies more than they are', () => {
    fc.assert(
      fc.property(strata, strata, (replies, asked) => {
        const { weights, effective } = rakeWeights(replies, asked)
        const n = replies.flat().reduce((sum, one) => sum + one, 0)
        weights.flat().forEach((weight) => {
          expect(weight).toBeGreaterThanOrEqual(RAKING.trim.low)
          expect(weight).toBeLessThanOrEqual(RAKING.trim.high)
        })
        expect(effective).toBeLessThanOrEqual(n + 1e-9)
      }),
    )
  })

  it('give the replies the ages and the sexes of the electorate where nothing is merged or trimmed', () => {
    const replies = [
      [20, 30],
      [25, 25],
      [40, 30],
      [30, 45],
    ]
    const asked = [
      [300, 280],
      [200, 210],
      [250, 260],
      [150, 180],
    ]
    const { weights, trimmed, unweighted } = rakeWeights(replies, asked)
    const weighted = replies.map((row, i) => row.map((n, j) => n * (weights[i]?.[j] ?? 0)))
    const scale = 245 / 1830
    expect([trimmed, unweighted]).toEqual([0, undefined])
    weighted.forEach(([men = 0, women = 0], i) => {
      const [askedMen = 0, askedWomen = 0] = asked[i] ?? []
      expect(men + women).toBeCloseTo((askedMen + askedWomen) * scale, 2)
    })
    expect(weighted.reduce((sum, [men = 0]) => sum + men, 0)).toBeCloseTo(900 * scale, 2)
  })

  it('are one for all, and say so, where too few replied or the margins contradict each other', () => {
    const few = rakeWeights([[3, 2]], [[300, 300]])
    expect(few).toMatchObject({ weights: [[1, 1]], effective: 5, unweighted: 'too_few' })
    // Only young men and old women replied, so no weights bring both margins right.
    const apart = rakeWeights(
      [
        [20, 0],
        [0, 20],
      ],
      [
        [10, 30],
        [10, 50],
      ],
    )
    expect(apart).toMatchObject({ effective: 40, unweighted: 'not_converged' })
  })

  it('take a category with fewer than five replies together with the smaller of its neighbours', () => {
    expect(mergeSmall([20, 4, 9, 30], [1, 1, 1, 1])).toEqual([0, 1, 1, 2])
    expect(mergeSmall([20, 30, 9, 4], [1, 1, 1, 1])).toEqual([0, 1, 2, 2])
    expect(mergeSmall([4, 30, 9, 40], [1, 1, 0, 1])).toEqual([0, 0, 0, 1])
    expect(mergeSmall([1, 1, 1], [1, 1, 1])).toEqual([0, 0, 0])
  })
})
