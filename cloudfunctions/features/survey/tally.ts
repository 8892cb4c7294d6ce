import { sql, type RawBuilder } from 'kysely'
import { SCALE_LEVELS, UNKNOWN_ANSWER, type SurveyQuestion, type SurveyRules } from '~/types/survey'
import type { Tx } from '../../core/db'
import { ANSWER_COLUMNS } from './answers'
import { questionsOf, rulesOf, type SurveyRow } from './repo'

/** A ballot's column of the question, by its place from 0. */
const columnAt = (index: number) => sql.ref(ANSWER_COLUMNS[index] ?? 'q1')
const countWhere = (condition: RawBuilder<unknown>) => sql`count(*) FILTER (WHERE ${condition})`

/**
 * How often each answer was given, in a fixed order. scale: 不了解, then the five levels · single: 0, then the options ·
 * several: ballots that chose any, then the options · score: 不了解, then 0 to 10 · text: nothing.
 */
function countsOf({ kind, options }: SurveyQuestion, index: number): RawBuilder<unknown> {
  const column = columnAt(index)
  const equal = (value: number) => countWhere(sql`${column} = ${sql.lit(value)}`)
  const range = (from: number, length: number) => Array.from({ length }, (_, at) => equal(from + at))
  const counts = {
    scale: () => [equal(UNKNOWN_ANSWER), ...range(1, SCALE_LEVELS)],
    single: () => [sql`0`, ...range(1, options.length)],
    several: () => [
      countWhere(sql`${column} IS NOT NULL`),
      ...options.map((_, at) => countWhere(sql`${column} & ${sql.lit(2 ** at)} <> 0`)),
    ],
    score: () => [equal(UNKNOWN_ANSWER), ...range(0, 11)],
    text: () => [],
  }[kind]()
  return sql`jsonb_build_array(${sql.join(counts)})`
}

/** Points of one answer; null for 不了解 and for what was left out. */
function pointsOf({ kind }: SurveyQuestion, index: number, { points }: SurveyRules): RawBuilder<unknown> {
  const column = columnAt(index)
  if (kind === 'score') {
    return sql`CASE WHEN ${column} >= 0 THEN ${column} * 10 END`
  }
  const cases = points.map((value, at) => sql`WHEN ${sql.lit(at + 1)} THEN ${sql.lit(value)}`)
  return sql`CASE ${column} ${sql.join(cases, sql` `)} END`
}

/** Points of a ballot, 0 to 100: the weighted mean of what it scored; null when it scored nothing. */
export function scoreOf(questions: SurveyQuestion[], rules: SurveyRules): RawBuilder<unknown> {
  const scored = questions.flatMap((question, index) =>
    question.weight > 0 ? [{ weight: question.weight, points: pointsOf(question, index, rules) }] : [],
  )
  const sum = scored.map(({ weight, points }) => sql`coalesce((${points}) * ${sql.lit(weight)}, 0)`)
  const weights = scored.map(
    ({ weight, points }) => sql`CASE WHEN (${points}) IS NULL THEN 0 ELSE ${sql.lit(weight)} END`,
  )
  const plus = sql` + `
  return sql`(${sql.join(sum, plus)})::double precision / nullif(${sql.join(weights, plus)}, 0)`
}

interface Part {
  name: 'village' | 'grid' | 'paper'
  /** Ballots as a select that gives place, band, sex and the answers. */
  ballots: RawBuilder<unknown>
}

/** Counts the ballots of one part by place, age band and sex, in one pass. */
export async function insertTally(tx: Tx, survey: SurveyRow, { name, ballots }: Part): Promise<void> {
  const questions = questionsOf(survey)
  const answers = sql.join(questions.map((question, index) => countsOf(question, index)))
  await sql`
    INSERT INTO survey_tally (survey_id, part, area_code, band, sex, ballots, scored, points, squares, answers)
    SELECT ${survey.id}, ${name}, place, band, sex, count(*), count(score), coalesce(sum(score), 0),
      coalesce(sum(score * score), 0), jsonb_build_array(${answers})
    FROM (SELECT box.*, ${scoreOf(questions, rulesOf(survey))} AS score FROM (${ballots}) AS box) AS scored
    GROUP BY place, band, sex`.execute(tx)
}
