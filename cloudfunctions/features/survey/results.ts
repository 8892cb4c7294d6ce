import { sql } from 'kysely'
import { AREA_CODE_LENGTH } from '~/types/area'
import type { DbOrTx } from '../../core/db'
import { compile, WHOLE, type Compiled } from './compile'
import { bandsOfGrids, rankPlaces, type Ranking } from './places'
import { questionsOf, rulesOf, type SurveyRow } from './repo'
import type { ResultBand } from '~/types/survey-results'
import type { Asked, Tally } from './sums'

/** A survey's whole result, worked out once. */
export interface Result {
  compiled: Compiled
  villages: Ranking
  towns: Ranking
  grids: Map<string, ResultBand>
  paper: Tally | undefined
  /** Ballots on paper by place. */
  onPaper: Map<string, number>
}

/** Results kept in memory; what is sealed never changes again. */
const KEPT = 8
const kept = new Map<string, Promise<Result>>()

/** The result of a survey that is sealed. Kept for the next call; the oldest gives way. */
export function resultOf(db: DbOrTx, survey: SurveyRow): Promise<Result> {
  const known = kept.get(survey.id)
  if (known !== undefined) {
    return known
  }
  const made = workOut(db, survey)
  kept.set(survey.id, made)
  made.catch(() => kept.delete(survey.id))
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) {
    kept.delete(oldest)
  }
  return made
}

export async function workOut(db: DbOrTx, survey: SurveyRow): Promise<Result> {
  const [rows, asked, onPaper] = await Promise.all([
    db.selectFrom('surveyTally').selectAll().where('surveyId', '=', survey.id).execute(),
    readAsked(db, survey.id),
    countPaper(db, survey.id),
  ])
  const part = (name: 'village' | 'grid' | 'paper') => rows.filter((row) => row.part === name)
  const rules = rulesOf(survey)
  const compiled = compile(questionsOf(survey), rules, { tallies: part('village'), asked })
  return {
    compiled,
    villages: rankPlaces(compiled, AREA_CODE_LENGTH.village, rules),
    towns: rankPlaces(compiled, AREA_CODE_LENGTH.town, rules),
    grids: bandsOfGrids(part('grid')),
    paper: part('paper')[0],
    onPaper,
  }
}

/** Who was asked and took part, by village, age band and sex. */
async function readAsked(db: DbOrTx, surveyId: string): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    SELECT left(area_code, 12) AS area_code, band, sex, sum(electors)::int AS electors, sum(ballots)::int AS ballots
    FROM survey_electorate WHERE survey_id = ${surveyId} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`.execute(db)
  return rows
}

async function countPaper(db: DbOrTx, surveyId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ code: string; ballots: number }>`
    SELECT left(area_code, 12) AS code, sum(on_paper)::int AS ballots FROM survey_electorate
    WHERE survey_id = ${surveyId} AND on_paper > 0 GROUP BY 1`.execute(db)
  const paper = new Map<string, number>()
  for (const { code, ballots } of rows) {
    for (const place of [WHOLE, code.slice(0, AREA_CODE_LENGTH.town), code]) {
      paper.set(place, (paper.get(place) ?? 0) + ballots)
    }
  }
  return paper
}

export interface GridTurnout {
  areaCode: string
  electors: number
  ballots: number
}

/** Who was asked and took part in the grids of a village. */
export async function readGrids(db: DbOrTx, surveyId: string, villageCode: string): Promise<GridTurnout[]> {
  const { rows } = await sql<GridTurnout>`
    SELECT area_code, sum(electors)::int AS electors, sum(ballots)::int AS ballots FROM survey_electorate
    WHERE survey_id = ${surveyId} AND area_code >= ${villageCode} AND area_code < ${`${villageCode}:`}
    GROUP BY 1 ORDER BY 1`.execute(db)
  return rows
}
