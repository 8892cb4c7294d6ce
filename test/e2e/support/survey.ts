import { call } from './district'

const DAY_MS = 86_400_000

/** A survey about services with every kind of question, for the village of a grid; still a draft. */
export async function draftSurvey(maker: string, grid: string): Promise<string> {
  const { now } = await call(maker, 'me.enter', {}) // other tests turn the clock
  const { items } = await call(maker, 'survey.templates', {})
  const service = items.find(({ template }) => template === 'service')
  if (service === undefined) {
    throw new Error('no template for services')
  }
  const { days: _days, questions, ...content } = service
  const { id } = await call(maker, 'survey.create', {
    ...content,
    questions: [
      ...questions.slice(0, 1),
      { kind: 'score', text: '办事的速度打几分?', options: [], required: true, weight: 0 },
      {
        kind: 'several',
        text: '您平时怎么找村里办事?',
        options: ['到村委会去', '打电话给网格员', '在小程序里说一句,等人来办'],
        required: true,
        weight: 0,
      },
      ...questions.slice(-1),
    ],
    areaCodes: [grid.slice(0, 12)],
    closesAt: new Date(Date.parse(now) + 3 * DAY_MS).toISOString(),
  })
  return id
}

export async function openSurvey(maker: string, grid: string): Promise<string> {
  const id = await draftSurvey(maker, grid)
  await call(maker, 'survey.open', { id })
  return id
}

/** Somebody's ballot for such a survey. */
export async function castBallot(voter: string, id: string): Promise<void> {
  await call(voter, 'survey.cast', { id, edition: 1, answers: [2, 8, [1, 3], '少跑一趟就好了'] })
}
