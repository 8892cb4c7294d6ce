import type { Tone } from '~/types/feed'
import type { Deliverer } from '../../core/outbox'
import { shanghaiTime } from '../../core/clock'
import { tellGrids } from '../feed/queries'
import { findSurvey, questionsOf, type SurveyRow } from './repo'

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
  'survey.published': toAll(() => ({ label: '结果', tone: 'good', body: '测评结果出来了,点开看看' })),
}
