import {
  AGE_BANDS,
  SATISFIED_LEVELS,
  SATISFIED_SCORE,
  type SurveyQuestion,
  type SurveyRules,
} from '~/types/survey'
import type { Moments, Scale } from '~/types/survey-scores'
import type { Row } from '../../core/schema'

const SEXES = ['female', 'male'] as const

/** Ballots of one kind of person; kind `merged` are those whose age band and sex were left out. */
export interface Kind {
  ballots: number
  moments: Moments
  /** For each question how often each answer was given. */
  answers: number[][]
}

/** Everything that is known of a place, added up. */
export interface Sums {
  /** By age band and sex. */
  asked: number[][]
  taken: number[][]
  kinds: Kind[][]
  merged: Kind
}

export type Tally = Pick<
  Row<'surveyTally'>,
  'areaCode' | 'band' | 'sex' | 'ballots' | 'scored' | 'points' | 'squares' | 'answers'
>
export type Asked = Pick<Row<'surveyElectorate'>, 'areaCode' | 'band' | 'sex' | 'electors' | 'ballots'>

const noKind = (): Kind => ({ ballots: 0, moments: { n: 0, sum: 0, squares: 0 }, answers: [] })
const byKind = <T>(make: () => T) => AGE_BANDS.map(() => SEXES.map(make))

export const noSums = (): Sums => ({
  asked: byKind(() => 0),
  taken: byKind(() => 0),
  kinds: byKind(noKind),
  merged: noKind(),
})

export function addCounts(to: number[], more: readonly number[]): void {
  more.forEach((count, at) => (to[at] = (to[at] ?? 0) + count))
}

function addKind(to: Kind, { ballots, scored, points, squares, answers }: Tally): void {
  to.ballots += ballots
  to.moments.n += scored
  to.moments.sum += points
  to.moments.squares += squares
  answers.forEach((counts, question) => addCounts((to.answers[question] ??= []), counts))
}

/** Adds the ballots of one kind to a place. */
export function addTally(sums: Sums, tally: Tally): void {
  const at = AGE_BANDS.findIndex((band) => band === tally.band)
  const kind = sums.kinds[at]?.[SEXES.findIndex((sex) => sex === tally.sex)]
  addKind(kind ?? sums.merged, tally)
}

/** Adds who was asked and who took part. */
export function addAsked(sums: Sums, { band, sex, electors, ballots }: Asked): void {
  const at = AGE_BANDS.indexOf(band)
  const [asked, taken] = [sums.asked[at], sums.taken[at]]
  const column = SEXES.indexOf(sex)
  if (asked !== undefined && taken !== undefined) {
    asked[column] = (asked[column] ?? 0) + electors
    taken[column] = (taken[column] ?? 0) + ballots
  }
}

export const sumOf = (table: readonly (readonly number[])[]) =>
  table.flat().reduce((sum, one) => sum + one, 0)

/** Answers of all kinds to one question. */
export function countsFor({ kinds, merged }: Sums, question: number): number[] {
  const counts: number[] = []
  for (const kind of [...kinds.flat(), merged]) {
    addCounts(counts, kind.answers[question] ?? [])
  }
  return counts
}

/** What the counts of a question mean, in the order of the tally: points, and who is satisfied. */
export function scaleOf({ kind, options }: SurveyQuestion, { points }: SurveyRules): Scale {
  if (kind === 'scale') {
    return { points: [null, ...points], satisfied: [false, ...points.map((_, at) => at < SATISFIED_LEVELS)] }
  }
  if (kind === 'score') {
    const ten = Array.from({ length: 11 }, (_, at) => at)
    return {
      points: [null, ...ten.map((value) => value * 10)],
      satisfied: [false, ...ten.map((value) => value >= SATISFIED_SCORE)],
    }
  }
  const none = [null, ...options.map(() => null)]
  return { points: none, satisfied: none.map(() => false) }
}
