import { AREA_CODE_LENGTH } from '~/types/area'
import type { Tone } from '~/types/feed'
import type { Deliverer } from '../../core/outbox'
import { shanghaiTime } from '../../core/clock'
import { tellGrids } from '../feed/queries'
import { figuresOf } from './figures'
import { findSurvey, questionsOf, rulesOf, type SurveyRow } from './repo'
import { resultOf, type Result } from './results'

const pathOf = ({ id }: SurveyRow) => `features/survey/detail/index?id=${id}`

/** One card for every grid that is asked. */
function toAll(words: (survey: SurveyRow) => { label: string; tone: Tone; body: string }): Deliverer {
  return async (ctx, { id = '' }) => {
    const survey = await findSurvey(ctx.db, id)
    if (survey !== undefined) {
      const card = { title: survey.title, path: pathOf(survey), ...words(survey) }
      await tellGrids(
        ctx,
        survey.areaCodes.map((areaCode) => ({ areaCode, ...card })),
      )
    }
  }
}

/** What a village is told of its own result; nothing that the result page would hide. */
function resultWords({ compiled, villages, onPaper }: Result, survey: SurveyRow, village: string): string {
  const rules = rulesOf(survey)
  const { score, coverage, ballots } = figuresOf(compiled, village, {
    rules,
    onPaper: onPaper.get(village) ?? 0,
  })
  const ranked = rules.publish.ranking ? villages.units.get(village) : undefined
  const place = ranked === undefined ? '' : `,${ranked.tied ? '并列' : ''}第${ranked.place}`
  const points = score === null ? '票数少,得分不单独公布' : `本村${score.value}分${place}`
  return `${points};${ballots}票,参与率${coverage}%。点开看全部结果`
}

/** Each village its own card. */
const tellResults: Deliverer = async (ctx, { id = '' }) => {
  const survey = await findSurvey(ctx.db, id)
  if (survey === undefined) {
    return
  }
  const result = await resultOf(ctx.db, survey)
  const villages = [...result.compiled.places.keys()].filter(
    (code) => code.length === AREA_CODE_LENGTH.village,
  )
  const places = survey.areaCodes.flatMap((code) =>
    code.length >= AREA_CODE_LENGTH.village ? [code] : villages.filter((village) => village.startsWith(code)),
  )
  const card = { title: survey.title, label: '结果', tone: 'good' as const }
  await tellGrids(
    ctx,
    places.map((areaCode) => {
      const village = areaCode.slice(0, AREA_CODE_LENGTH.village)
      const path = `features/survey/results/index?id=${id}&areaCode=${village}`
      return { ...card, areaCode, path, body: resultWords(result, survey, village) }
    }),
  )
}

export const surveyDeliverers: Record<string, Deliverer> = {
  'survey.opened': toAll((survey) => ({
    label: '请您评',
    tone: 'progress',
    body: `${survey.secret ? '不记名' : '记名'} · ${questionsOf(survey).length}道题 · ${shanghaiTime(survey.closesAt)}截止`,
  })),
  'survey.replaced': toAll(() => ({
    label: '更正',
    tone: 'neutral',
    body: '这份测评有错,已经作废,改好以后请大家重新评',
  })),
  'survey.published': tellResults,
}
