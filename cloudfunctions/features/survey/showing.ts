import { AREA_CODE_LENGTH } from '~/types/area'
import type { AreaResultView, SurveyFiguresView, SurveyResultsView } from '~/types/survey-results'
import type { Ctx } from '../../core/context'
import { areaViews } from '../area/queries'
import { WHOLE } from './compile'
import { tenth } from './estimate'
import { figuresOf, questionOf, withoutPaper } from './figures'
import { lineOf } from './places'
import { readGrids, resultOf, type Result } from './results'
import { findSurvey, rulesOf, type SurveyRow } from './repo'

/** What of a survey is shown: a place of it, to whom, and the places below. */
export interface Window {
  /** WHOLE, a town or a village. */
  code: string
  below: 'town' | 'village' | 'grid'
  /** Places that the caller may see lines of; all where undefined. */
  only: string[] | undefined
  /** Whether the single questions and the bands of grids are shown to the caller. */
  questions: boolean
  grids: boolean
}

interface Round {
  survey: SurveyRow
  result: Result
}

function figures({ survey, result }: Round, code: string, before: Round | undefined): SurveyFiguresView {
  const rules = rulesOf(survey)
  const last = before && figures(before, code, undefined)
  return figuresOf(result.compiled, code, { rules, onPaper: result.onPaper.get(code) ?? 0, before: last })
}

/** Lines of the places below, best first; places without a rank after those with one. */
async function linesOf(
  ctx: Ctx,
  round: Round,
  before: Round | undefined,
  { code, below, only, grids }: Window,
): Promise<AreaResultView[]> {
  if (below === 'grid') {
    return grids ? gridLines(ctx, round, code) : []
  }
  const { compiled, villages, towns } = round.result
  const ranking = below === 'town' ? towns : villages
  const codes = [...compiled.places.keys()].filter(
    (one) =>
      one !== WHOLE &&
      one.length === AREA_CODE_LENGTH[below] &&
      (code === WHOLE || one.startsWith(code)) &&
      (only === undefined || only.some((scope) => one.startsWith(scope) || scope.startsWith(one))),
  )
  const names = await areaViews(ctx.db, codes)
  const rules = rulesOf(round.survey)
  const lines = codes.map((areaCode) => {
    const place = {
      areaCode,
      name: names.get(areaCode)?.name ?? '',
      figures: figures(round, areaCode, before),
      rules,
    }
    return lineOf(compiled, place, ranking.units.get(areaCode))
  })
  const value = (line: AreaResultView) => line.shrunk?.value ?? -1
  return lines.sort((a, b) => value(b) - value(a) || (a.areaCode < b.areaCode ? -1 : 1))
}

/** Grids show how many took part and their band, never points. */
async function gridLines(ctx: Ctx, { survey, result }: Round, code: string): Promise<AreaResultView[]> {
  const rows = await readGrids(ctx.db, survey.id, code)
  const names = await areaViews(
    ctx.db,
    rows.map((row) => row.areaCode),
  )
  return rows.map(({ areaCode, electors, ballots }) => ({
    areaCode,
    name: names.get(areaCode)?.name ?? '',
    electors,
    ballots,
    onPaper: 0,
    coverage: electors === 0 ? 0 : tenth((100 * ballots) / electors),
    hidden: result.grids.has(areaCode) ? null : 'too_few',
    score: null,
    satisfied: null,
    effective: null,
    change: null,
    place: null,
    tied: false,
    shrunk: null,
    band: result.grids.get(areaCode) ?? null,
    passed: null,
  }))
}

/** The results as the caller may see them, the lines of all places below. */
export async function showResults(
  ctx: Ctx,
  survey: SurveyRow,
  window: Window,
): Promise<Omit<SurveyResultsView, 'can' | 'areaName' | 'areaCode' | 'nextCursor'>> {
  const round = { survey, result: await resultOf(ctx.db, survey) }
  const before = await roundBefore(ctx, survey)
  const rules = rulesOf(survey)
  const { code, below } = window
  const { compiled, paper, villages, towns } = round.result
  const whole = figures(round, code, before)
  const { satisfied, coverage } = whole
  return {
    id: survey.id,
    title: survey.title,
    status: survey.status,
    closedAt: survey.closedAt?.toISOString() ?? '',
    figures: whole,
    withoutPaper: code === WHOLE ? withoutPaper(compiled, paper, whole) : null,
    quorate: rules.quorum === 0 ? null : coverage >= rules.quorum,
    passed: rules.pass === 0 || satisfied === null ? null : satisfied.value >= rules.pass,
    questions: window.questions
      ? compiled.questions.map((question, index) => {
          const last =
            before && sameQuestion(before, index, question.text)
              ? questionOf(before.result.compiled, code, index, { rules })
              : undefined
          return questionOf(compiled, code, index, { rules, before: last })
        })
      : [],
    areasAre: below,
    items: await linesOf(ctx, round, before, window),
    noDifference: (below === 'town' ? towns : villages).noDifference,
    previous:
      before === undefined
        ? null
        : {
            id: before.survey.id,
            title: before.survey.title,
            closedAt: before.survey.closedAt?.toISOString() ?? '',
          },
  }
}

const sameQuestion = ({ result }: Round, index: number, text: string) =>
  result.compiled.questions[index]?.text === text

/** The published survey that this one is compared with. */
async function roundBefore(ctx: Ctx, { previousId }: SurveyRow): Promise<Round | undefined> {
  const survey = previousId === null ? undefined : await findSurvey(ctx.db, previousId)
  return survey?.status === 'published' ? { survey, result: await resultOf(ctx.db, survey) } : undefined
}
