import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import {
  betaCdf,
  betaQuantile,
  normalCdf,
  studentQuantile,
} from '~/cloudfunctions/features/survey/distributions'
import { shrinkScores, shrinkShares } from '~/cloudfunctions/features/survey/ranking'
import { meanScore, momentsOf, satisfiedShare, wilson } from '~/cloudfunctions/features/survey/scoring'
import { rakeWeights } from '~/cloudfunctions/features/survey/weighting'
import type { Shrinkage } from '~/types/survey-scores'

const FOLDER = path.join(__dirname, 'reference')
const CLOSE = 1e-6
/** Distributions reach further into their tails than any figure that is shown. */
const CLOSER = 1e-9

const read = (name: string) =>
  parse(readFileSync(path.join(FOLDER, name)), { columns: true }) as unknown as Record<string, string>[]
const reference = JSON.parse(readFileSync(path.join(FOLDER, 'reference.json'), 'utf8')) as Record<
  string,
  number[]
>

/** Largest distance from the reference figures, relative where they are above 1. */
function distance(name: string, actual: (number | undefined)[], wanted = reference[name] ?? []): number {
  expect(actual).toHaveLength(wanted.length)
  return Math.max(...wanted.map((one, i) => Math.abs((actual[i] ?? NaN) - one) / Math.max(1, Math.abs(one))))
}

const AGES = ['18-44', '45-59', '60-74', '75+']
const SEXES = ['male', 'female']
const SCALE = {
  points: [100, 80, 60, 30, 0],
  satisfied: [true, true, true, false, false],
}
/** `[ageBand × sex][answer]`, as the database adds them up. */
const counts = AGES.flatMap((age) =>
  SEXES.map((sex) =>
    SCALE.points.map((score) =>
      Number(
        read('replies.csv').find((row) => row.age === age && row.sex === sex && Number(row.score) === score)
          ?.count ?? 0,
      ),
    ),
  ),
)
const moments = counts.map((row) => momentsOf(row, SCALE.points))
const people = AGES.map((age) =>
  SEXES.map((sex) =>
    Number(read('electorate.csv').find((row) => row.age === age && row.sex === sex)?.people ?? 0),
  ),
)
const population = people.flat().reduce((sum, n) => sum + n, 0)
const replies = AGES.map((_, i) => SEXES.map((_, j) => moments[2 * i + j]?.n ?? 0))

const flat = ({ mean, spread, strength, units }: Shrinkage) => [
  mean,
  spread,
  strength,
  ...(['value', 'low', 'high', 'reliability', 'above'] as const).flatMap((key) =>
    units.map((unit) => unit[key]),
  ),
]
const unitsOf = (name: string) =>
  read(name).map((row) => ({
    n: Number(row.replies),
    share: Number(row.satisfied) / Number(row.replies),
    mean: Number(row.mean),
    variance: Number(row.variance),
  }))

describe('scores agree with the R package survey', () => {
  it('in the mean of a simple random sample of a finite population, its error and interval', () => {
    const mean = meanScore(moments, { population })
    const { replies: n = 0, variance = 0 } = mean ?? {}
    const error = Math.sqrt((1 - n / population) * (variance / n))
    expect(distance('mean', [mean?.value, error, mean?.low, mean?.high])).toBeLessThan(CLOSE)
  })

  it('in the weights raked to age and sex, with the band of too few replies merged', () => {
    const exact = { tolerance: 1e-13, rounds: 1000 }
    const raked = rakeWeights(replies, people, exact)
    expect(distance('weights', raked.weights.flat())).toBeLessThan(CLOSE)
  })

  it('in the trimmed weights, the effective size, and the mean and the share under them', () => {
    const trim = { low: 2 / 3, high: 3 / 2 }
    const raked = rakeWeights(replies, people, { tolerance: 1e-13, rounds: 1000, trim })
    const sample = { weights: raked.weights.flat(), population }
    const mean = meanScore(moments, sample)
    const share = satisfiedShare(counts, SCALE, sample)
    expect(distance('trimmed', [raked.trimmed])).toBe(0)
    expect(distance('effective', [raked.effective])).toBeLessThan(CLOSE)
    expect(distance('weighted', [mean?.value, mean?.low, mean?.high])).toBeLessThan(CLOSE)
    expect(distance('satisfied', [share?.value, share?.low, share?.high])).toBeLessThan(CLOSE)
  })

  it('in the weights of the fifty rounds that are really run, to a thousandth', () => {
    expect(distance('weights', rakeWeights(replies, people).weights.flat())).toBeLessThan(1e-3)
  })
})

describe("intervals and shrinkage agree with R's own distributions", () => {
  it('in the interval of Wilson', () => {
    const cases: [number, number][] = [
      [0.9, 10],
      [0.9, 20],
      [0.9, 40],
      [0.9, 400],
      [1 / 3, 7.5],
    ]
    const ours = cases.map(([share, n]) => wilson(share, n)).flatMap(({ low, high }) => [low, high])
    expect(distance('wilson', ours)).toBeLessThan(CLOSE)
  })

  it('in shares and in scores drawn towards their class', () => {
    expect(distance('shares', flat(shrinkShares(unitsOf('villages.csv'))))).toBeLessThan(CLOSE)
    expect(distance('scores', flat(shrinkScores(unitsOf('villages.csv'))))).toBeLessThan(CLOSE)
  })

  it('in finding no difference where chance explains all', () => {
    const shares = shrinkShares(unitsOf('alike.csv'))
    const scores = shrinkScores(unitsOf('alike.csv'))
    expect(distance('alikeShares', [shares.mean, shares.spread])).toBeLessThan(CLOSE)
    expect(distance('alikeScores', [scores.mean, scores.spread])).toBeLessThan(CLOSE)
  })

  it('in the distributions, deep into their tails', () => {
    const freedoms = [1, 2.5, 9, 30, 1000, 123_456]
    const quantiles: [number, number][] = [
      [0.5, 2],
      [3, 0.7],
      [900, 100],
      [40_000, 500],
    ]
    const points: [number, number, number][] = [
      [0.01, 0.5, 5],
      [0.9, 30, 2],
      [0.9, 900, 100],
    ]
    const beta = [
      ...quantiles.map(([a, b]) => betaQuantile(0.025, a, b)),
      ...points.map(([x, a, b]) => betaCdf(x, a, b)),
    ]
    expect(distance('t', freedoms.map(studentQuantile))).toBeLessThan(CLOSER)
    expect(distance('beta', beta)).toBeLessThan(CLOSER)
    expect(distance('normal', [-9, -3.2, -1.1, 0, 0.4, 2.9, 3.1, 7].map(normalCdf))).toBeLessThan(CLOSER)
  })
})

describe('published worked examples', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i lie between %d and %d', (yes, n, low, high) => {
    const interval = wilson(yes / n, n)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  // Scottish GP survey design, domain rules 3.2: within 8 points in a grid of 62 households.
  it.each([
    [0.5, 45],
    [0.9, 30],
  ])('a share of %d in a population of 62 is known within 8 points from %i replies on', (share, n) => {
    const width = (replies: number) => {
      const { low, high } = wilson(share, replies, { replies, population: 62 })
      return (high - low) / 2
    }
    expect(width(n)).toBeLessThanOrEqual(0.0801)
    expect(width(n - 2)).toBeGreaterThan(0.08)
  })
})

describe('the reference figures', () => {
  const there = spawnSync('Rscript', ['--version']).status === 0
  // On a desk R may be missing; where the whole is checked it may not.
  const check = there || process.env.CI !== undefined ? it : it.skip

  check('are what R works out from the committed data today', () => {
    const output = execFileSync('Rscript', [path.join(FOLDER, 'reference.R')], { encoding: 'utf8' })
    const fresh = JSON.parse(output) as Record<string, number[]>
    expect(Object.keys(fresh)).toEqual(Object.keys(reference))
    Object.entries(fresh).forEach(([name, figures]) => expect(distance(name, figures)).toBeLessThan(CLOSER))
  })
})
