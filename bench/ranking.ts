import {
  placesOf,
  poolWeights,
  shrinkShares,
  type ShareUnit,
} from '../cloudfunctions/features/survey/ranking'
import { effectiveSize } from '../cloudfunctions/features/survey/scoring'

/** Districts drawn for each line. */
const DRAWS = 60
const SEED = 20_261_125

interface Design {
  name: string
  units: number
  people: number
  /** Share of the people who reply. */
  response: number
  /** True shares of the satisfied: their mean and how far they lie apart. */
  mean: number
  spread: number
  /** Rounds that are pooled, by their age in months. */
  rounds?: readonly number[]
}

/** Domain rules 3.2: 3,170 grids of 62 households, 323 villages of 616, nine in ten satisfied, 5 points apart. */
const DESIGNS: Design[] = [
  { name: 'grids, 30 % reply', units: 3170, people: 62, response: 0.3, mean: 0.9, spread: 0.05 },
  { name: 'grids, 70 % reply', units: 3170, people: 62, response: 0.7, mean: 0.9, spread: 0.05 },
  {
    name: 'grids, 30 %, four rounds of a year',
    units: 3170,
    people: 62,
    response: 0.3,
    mean: 0.9,
    spread: 0.05,
    rounds: [0, 3, 6, 9],
  },
  { name: 'villages, 30 % reply', units: 323, people: 616, response: 0.3, mean: 0.9, spread: 0.05 },
  { name: 'villages, 70 % reply', units: 323, people: 616, response: 0.7, mean: 0.9, spread: 0.05 },
  { name: 'villages, 30 %, 3 points apart', units: 323, people: 616, response: 0.3, mean: 0.9, spread: 0.03 },
]

/** The same sequence for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Gamma of shape ≥ 1 (Marsaglia and Tsang 2000). */
function gamma(shape: number, random: () => number): number {
  const d = shape - 1 / 3
  for (;;) {
    const x = normal(random)
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
      return d * v
    }
  }
}

function trueShare({ mean, spread }: Design, random: () => number): number {
  const strength = (mean * (1 - mean)) / (spread * spread) - 1
  const [a, b] = [gamma(mean * strength, random), gamma((1 - mean) * strength + 1e-9, random)]
  return a / (a + b)
}

/** One round of replies: who replies is chance, and so is what each says. */
function round(design: Design, share: number, random: () => number): { n: number; yes: number } {
  const reply = { n: 0, yes: 0 }
  for (let person = 0; person < design.people; person += 1) {
    if (random() < design.response) {
      reply.n += 1
      reply.yes += random() < share ? 1 : 0
    }
  }
  return reply
}

function replies(design: Design, share: number, random: () => number): ShareUnit {
  const rounds = (design.rounds ?? [0]).map(() => round(design, share, random))
  const weights = poolWeights(design.rounds ?? [0])
  const weigh = (of: 'n' | 'yes') => rounds.reduce((sum, one, i) => sum + one[of] * (weights[i] ?? 0), 0)
  const n = effectiveSize(
    rounds.map((one) => one.n),
    weights,
  )
  return { n, share: weigh('n') === 0 ? 0 : weigh('yes') / weigh('n') }
}

/** Indices of the highest tenth; of equal ones chance decides, as any list must. */
function bestTenth(values: number[], random: () => number): Set<number> {
  const drawn = values.map((value, i) => ({ value, i, lot: random() }))
  drawn.sort((a, b) => b.value - a.value || a.lot - b.lot)
  return new Set(drawn.slice(0, Math.round(values.length / 10)).map(({ i }) => i))
}

const shared = (a: Set<number>, b: Set<number>) => [...a].filter((i) => b.has(i)).length / a.size
const average = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length

export interface Found {
  replies: number
  best: { raw: number; shrunk: number }
  worst: { raw: number; shrunk: number }
  /** Root mean square distance from the truth, points. */
  error: { raw: number; shrunk: number }
  /** Share of the units with a band `higher`, and how many of these truly lie above the mean. */
  higher: { share: number; right: number }
  /** Places that a unit shares, of all. */
  tied: number
}

function draw(design: Design, random: () => number): Found {
  const truth = Array.from({ length: design.units }, () => trueShare(design, random))
  const units = truth.map((share) => replies(design, share, random))
  const { mean, units: shrunk } = shrinkShares(units)
  const raw = units.map(({ share }) => share)
  const drawn = shrunk.map(({ value }) => value)
  const turned = (list: number[]) => list.map((value) => 0 - value)
  const found = (list: number[]) => shared(bestTenth(truth, random), bestTenth(list, random))
  const lost = (list: number[]) => shared(bestTenth(turned(truth), random), bestTenth(turned(list), random))
  const off = (list: number[]) =>
    100 * Math.sqrt(average(list.map((value, i) => (value - (truth[i] ?? 0)) ** 2)))
  const higher = truth.filter((_, i) => shrunk[i]?.band === 'higher')
  return {
    replies: average(units.map(({ n }) => n)),
    best: { raw: found(raw), shrunk: found(drawn) },
    worst: { raw: lost(raw), shrunk: lost(drawn) },
    error: { raw: off(raw), shrunk: off(drawn) },
    higher: {
      share: higher.length / truth.length,
      right: higher.length === 0 ? 1 : higher.filter((share) => share > mean).length / higher.length,
    },
    tied: average(placesOf(shrunk).map(({ from, to }) => (to - from + 1) / truth.length)),
  }
}

/** Averages over `draws` districts of one design. */
export function simulate(design: Design, draws = DRAWS, seed = SEED): Found {
  const random = randomOf(seed)
  const all = Array.from({ length: draws }, () => draw(design, random))
  const of = (read: (found: Found) => number) => average(all.map(read))
  return {
    replies: of((one) => one.replies),
    best: { raw: of((one) => one.best.raw), shrunk: of((one) => one.best.shrunk) },
    worst: { raw: of((one) => one.worst.raw), shrunk: of((one) => one.worst.shrunk) },
    error: { raw: of((one) => one.error.raw), shrunk: of((one) => one.error.shrunk) },
    higher: { share: of((one) => one.higher.share), right: of((one) => one.higher.right) },
    tied: of((one) => one.tied),
  }
}

/** How often the truly best tenth is found: drawn towards the class, beside sorting by the plain share. */
export function benchRanking(): Promise<void> {
  console.log(`\nranking: ${DRAWS} districts a line; the best and the worst tenth found, in per cent`)
  console.log(
    '| design | replies | best: plain | best: drawn | worst: plain | worst: drawn | error: plain | error: drawn | 高于平均 | of these right | share of all tied with |',
  )
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|')
  for (const design of DESIGNS) {
    const { replies: n, best, worst, error, higher, tied } = simulate(design)
    const percent = [best.raw, best.shrunk, worst.raw, worst.shrunk].map((x) => (100 * x).toFixed(0))
    const points = [error.raw, error.shrunk].map((x) => x.toFixed(1))
    const rest = [higher.share, higher.right, tied].map((x) => (100 * x).toFixed(0))
    console.log(`| ${[design.name, n.toFixed(0), ...percent, ...points, ...rest].join(' | ')} |`)
  }
  return Promise.resolve()
}
