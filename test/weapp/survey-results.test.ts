import { me } from './support/answers'
import { results, survey, SURVEY, VILLAGE } from './support/survey-answers'
import { startProgram } from './support/program'

/** What was read a moment ago is not read again, so another survey has another id. */
const CLOSED = '00000000-0000-4000-8000-0000000000a2'

describe('results of a survey in the built mini program', () => {
  const program = startProgram({
    'me.enter': () => me(),
    'survey.info': ({ id }: { id: string }) =>
      survey({ id, status: id === CLOSED ? 'closed' : 'published', standing: 'over', can: [] }),
    'survey.results': ({ id }: { id: string }) =>
      id === CLOSED
        ? results({ id, status: 'closed', can: ['survey.results', 'survey.publish'] })
        : results(),
    'survey.publish': ({ id }: { id: string }) => survey({ id, status: 'published' }),
  })

  it('show places with their rank, those that cannot be told apart as tied, and why one has no figure', async () => {
    const page = await program.open('features/survey/results/index', { id: SURVEY })
    for (const words of [
      '92.4',
      '61.0%',
      '并列',
      '94.3',
      '人太少,不显示,免得认出谁怎么选的',
      '可能只是碰巧',
    ]) {
      expect(page.text()).toContain(words)
    }
    await page.tap('看我们村的结果')
    expect(program.asked).toContainEqual(
      expect.objectContaining({
        options: expect.objectContaining({
          url: `/features/survey/results/index?id=${SURVEY}&areaCode=${VILLAGE}`,
        }),
      }),
    )
  })

  it('go into the groups by one tap, after saying what that means', async () => {
    const page = await program.open('features/survey/results/index', { id: CLOSED })
    await page.tap('把结果反馈到网格群')
    expect(page.text()).toContain('公布以后不能收回')
    expect(program.calls.some(({ action }) => action === 'survey.publish')).toBe(false)
    await page.tap('公布,反馈到网格群')
    const published = program.calls.filter(({ action }) => action === 'survey.publish')
    expect(published).toMatchObject([{ input: { id: CLOSED } }])
  })
})
