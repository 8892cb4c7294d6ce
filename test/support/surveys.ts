import type { Input } from '~/types/api'
import type { SurveyInput, SurveyQuestion, SurveyView } from '~/types/survey'
import type { District, Person } from './district'

const DAY_MS = 86_400_000

export const scaleQuestion = (text: string, weight = 0): SurveyQuestion => ({
  kind: 'scale',
  text,
  options: [],
  required: true,
  weight,
})

/** A whole survey about nobody, so that anybody may make it. */
export function surveyInput(
  { clock }: Pick<District, 'clock'>,
  areaCodes: string[],
  more: Partial<SurveyInput> = {},
): Input<'survey.create'> {
  return {
    template: 'blank',
    subject: 'other',
    title: '满意度测评',
    why: '听听大家怎么说',
    areaCodes,
    audience: 'everyone',
    secret: true,
    questions: [scaleQuestion('总的来说,您满意吗?', 100)],
    rules: {
      points: [100, 80, 60, 30, 0],
      minBallots: 10,
      rankBallots: 30,
      quorum: 0,
      pass: 0,
      publish: { ranking: true, questions: true, grids: true },
    },
    closesAt: new Date(clock.now().getTime() + 7 * DAY_MS).toISOString(),
    ...more,
  }
}

/** A survey of the maker's that ballots can be cast in. */
export async function openSurvey(
  district: Pick<District, 'clock'>,
  maker: Person,
  areaCodes: string[],
  more: Partial<SurveyInput> = {},
): Promise<SurveyView> {
  const { id } = await maker.call('survey.create', surveyInput(district, areaCodes, more))
  return maker.call('survey.open', { id })
}
