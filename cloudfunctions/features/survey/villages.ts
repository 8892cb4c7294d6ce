import { sql } from 'kysely'
import { AREA_CODE_LENGTH, areaCodeAt } from '~/types/area'
import { AGE_BANDS, SATISFIED_LEVELS, SATISFIED_SCORE, type SurveyQuestion } from '~/types/survey'
import {
  SCORE_DETAILS,
  type CellTree,
  type Moments,
  type Scale,
  type ScoreDetail,
} from '~/types/survey-scores'
import type { DbOrTx } from '../../core/db'
import type { Row } from '../../core/schema'
import { shownScore } from './cell'
import { disclose } from './disclosure'
import { questionsOf, rulesOf, type SurveyRow } from './repo'
import { coverageOf, meanScore } from './scoring'
import { rakeWeights } from './weighting'

/** What a closed survey says of one village, as exactly as it may be shown. */
export interface VillageScore {
  electors: number
  ballots: number
  /** Percent of the electors who took part. */
  coverage: number
  /** Weighted mean of the ballots; the middle of the band where only that may be shown; null where nothing may be. */
  score: number | null
  low: number
  high: number
  error: number
  effective: number
  /** Ballots count by age and sex. */
  weighted: boolean
  detail: ScoreDetail
  /** Enough ballots to be ranked, by the rules of the survey. */
  ranked: boolean
}

/** Half of the width of a band of ten points, and its standard error when any point in it is as likely. */
const BAND = { half: 5, error: 10 / Math.sqrt(12) } as const
const Z = 1.959963984540054
const SEXES = ['female', 'male'] as const

type Tally = Pick<
  Row<'surveyTally'>,
  'areaCode' | 'band' | 'sex' | 'ballots' | 'scored' | 'points' | 'squares' | 'answers'
>
interface Electors {
  village: string
  band: number
  sex: string
  electors: number
  ballots: number
}

const listTally = (db: DbOrTx, surveyId: string): Promise<Tally[]> =>
  db
    .selectFrom('surveyTally')
    .select(['areaCode', 'band', 'sex', 'ballots', 'scored', 'points', 'squares', 'answers'])
    .where('surveyId', '=', surveyId)
    .where('part', '=', 'village')
    .execute()

async function listElectors(db: DbOrTx, surveyId: string): Promise<Electors[]> {
  const { rows } = await sql<Electors>`
    SELECT left(area_code, 12) AS village, band, sex, sum(electors)::integer AS electors, sum(ballots)::integer AS ballots
    FROM survey_electorate WHERE survey_id = ${surveyId} GROUP BY 1, 2, 3`.execute(db)
  return rows
}

function scaleOf({ kind }: SurveyQuestion, points: number[]): Scale | undefined {
  if (kind === 'scale') {
    return { points: [null, ...points], satisfied: [false, ...points.map((_, i) => i < SATISFIED_LEVELS)] }
  }
  const tens = Array.from({ length: 11 }, (_, i) => i)
  return kind === 'score'
    ? {
        points: [null, ...tens.map((i) => 10 * i)],
        satisfied: [false, ...tens.map((i) => i >= SATISFIED_SCORE)],
      }
    : undefined
}

/** Groups by the area one level up from what `codeOf` gives, as a tree from the district down to the villages. */
function treeOf(tallies: Tally[], people: Map<string, number>, question: number): CellTree {
  const cell = (code: string): CellTree & { counts: number[] } => {
    const inside = tallies.filter(({ areaCode }) => areaCode.startsWith(code))
    const width = Math.max(0, ...inside.map(({ answers }) => answers[question]?.length ?? 0))
    const counts = Array.from({ length: width }, (_, i) =>
      inside.reduce((sum, { answers }) => sum + (answers[question]?.[i] ?? 0), 0),
    )
    const population = [...people].reduce(
      (sum, [village, n]) => (village.startsWith(code) ? sum + n : sum),
      0,
    )
    return { code, population, counts, parts: [] }
  }
  const villages = [...people.keys()].map(cell)
  const towns = [...new Set([...people.keys()].map((code) => areaCodeAt(code, 'town')))].map((code) => ({
    ...cell(code),
    parts: villages.filter((village) => village.code.startsWith(code)),
  }))
  return { ...cell(''), parts: towns }
}

/** How exactly the whole score of each village may be shown: no more exactly than that of any question in it. */
function detailsOf(
  survey: SurveyRow,
  tallies: Tally[],
  people: Map<string, number>,
): Map<string, ScoreDetail> {
  const details = new Map<string, ScoreDetail>()
  questionsOf(survey).forEach((question, index) => {
    const scale = question.weight > 0 ? scaleOf(question, rulesOf(survey).points) : undefined
    if (scale !== undefined) {
      for (const [code, { score }] of disclose(treeOf(tallies, people, index), scale)) {
        const before = details.get(code) ?? 'tenth'
        details.set(code, SCORE_DETAILS.indexOf(score) > SCORE_DETAILS.indexOf(before) ? score : before)
      }
    }
  })
  return details
}

/** Age bands by sexes, as weights are raked. */
const table = (rows: Electors[], of: 'electors' | 'ballots') =>
  AGE_BANDS.map((band) =>
    SEXES.map((sex) => rows.find((row) => row.band === band && row.sex === sex)?.[of] ?? 0),
  )

function scoreOf(
  tallies: Tally[],
  people: Electors[],
  detail: ScoreDetail,
  rankBallots: number,
): VillageScore {
  const total = (of: 'electors' | 'ballots') => people.reduce((sum, row) => sum + row[of], 0)
  const [electors, ballots] = [total('electors'), total('ballots')]
  const { weights, unweighted } = rakeWeights(table(people, 'ballots'), table(people, 'electors'))
  // Kinds that were pooled at the close, because few took part, count as they are.
  const weightOf = ({ band, sex }: Tally) =>
    weights[AGE_BANDS.findIndex((one) => one === band)]?.[SEXES.findIndex((one) => one === sex)] ?? 1
  const strata = tallies.map(({ scored, points, squares }): Moments => ({ n: scored, sum: points, squares }))
  const mean = meanScore(strata, { weights: tallies.map(weightOf), population: electors })
  const base = {
    electors,
    ballots,
    coverage: 100 * coverageOf(ballots, electors),
    effective: mean?.effective ?? 0,
    weighted: unweighted === undefined,
    ranked: ballots >= rankBallots,
  }
  const value = mean === undefined ? undefined : shownScore(mean.value, detail)
  if (mean === undefined || value === undefined) {
    return { ...base, score: null, low: 0, high: 0, error: 0, detail: 'none' }
  }
  if (detail === 'band') {
    const middle = value + BAND.half
    return { ...base, score: middle, low: value, high: value + 2 * BAND.half, error: BAND.error, detail }
  }
  const [low, high] = [shownScore(mean.low, detail) ?? 0, shownScore(mean.high, detail) ?? 100]
  return { ...base, score: value, low, high, error: (high - low) / (2 * Z), detail }
}

function groupBy<T>(list: T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  list.forEach((one) => groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]))
  return groups
}

/** What a closed survey says of each village that was asked; two statements, and no single ballot. */
export async function scoreVillages(db: DbOrTx, survey: SurveyRow): Promise<Map<string, VillageScore>> {
  const [tallies, electors] = await Promise.all([listTally(db, survey.id), listElectors(db, survey.id)])
  const byVillage = groupBy(electors, ({ village }) => village)
  const people = new Map(
    [...byVillage].map(([village, rows]) => [village, rows.reduce((sum, row) => sum + row.electors, 0)]),
  )
  const details = detailsOf(survey, tallies, people)
  const own = groupBy(tallies, ({ areaCode }) => areaCode)
  const { rankBallots } = rulesOf(survey)
  return new Map(
    [...byVillage]
      .filter(([village]) => village.length === AREA_CODE_LENGTH.village)
      .map(([village, rows]) => [
        village,
        scoreOf(own.get(village) ?? [], rows, details.get(village) ?? 'none', rankBallots),
      ]),
  )
}
