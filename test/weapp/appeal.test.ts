import type { AppealView } from '~/types/appeal'
import { appeal, me } from './support/answers'
import { refusal, startProgram } from './support/program'

const ID = '00000000-0000-4000-8000-000000000003'
/** What was read a moment ago is not read again, so another case has another id. */
const OTHER = '00000000-0000-4000-8000-000000000005'

describe('appeals in the built mini program', () => {
  let now: AppealView = appeal()
  const submitted: unknown[] = []
  const program = startProgram({
    'me.enter': () => me(),
    'appeal.suggest': () => ({ category: 'facility', because: ['路灯'], alternatives: ['utility'] }),
    'appeal.submit': (input: { text: string }) => {
      submitted.push(input)
      return input.text === '' ? refusal({ text: '请填写遇到的事' }) : now
    },
    'appeal.info': () => now,
    'appeal.rate': (input: object) => {
      now = appeal({ status: 'closed', can: [], ...input })
      return now
    },
    'appeal.accept': () => {
      now = appeal({ id: OTHER, status: 'accepted', relation: 'staff', can: ['appeal.finish'] })
      return now
    },
  })

  it('says at the field what the server misses, and keeps what was typed', async () => {
    const page = await program.open('features/appeal/form/index')
    await page.tap('交给网格员')
    expect(page.text()).toContain('请填写遇到的事')
  })

  it('sends the words, the suggested category and a key, and opens the case', async () => {
    const page = await program.open('features/appeal/form/index')
    await page.type(0, '村东头路灯坏了')
    await page.settle()
    await page.tap('今天要办')
    await page.tap('交给网格员')
    expect(submitted.at(-1)).toMatchObject({ text: '村东头路灯坏了', urgency: 'today', category: 'facility' })
    const sent = program.calls.filter(({ action }) => action === 'appeal.submit').at(-1)
    expect(sent?.key).toMatch(/^[\w-]{8,}$/)
    expect(program.asked).toContainEqual(
      expect.objectContaining({
        api: 'redirectTo',
        options: expect.objectContaining({ url: `/features/appeal/detail/index?id=${ID}` }),
      }),
    )
  })

  it('shows where it is, who has it and what comes next', async () => {
    const page = await program.open('features/appeal/detail/index', { id: ID })
    for (const words of ['村东头路灯坏了', '等接单', '您提交了诉求', '网格员 李师傅', '还有话要说']) {
      expect(page.text()).toContain(words)
    }
  })

  it('lets the grid worker take it with one tap and offers what may follow', async () => {
    now = appeal({ id: OTHER, relation: 'staff', can: ['appeal.accept'] })
    const page = await program.open('features/appeal/detail/index', { id: OTHER })
    await page.tap('接单')
    const accepted = program.calls.find(({ action }) => action === 'appeal.accept')
    expect(accepted?.input).toEqual({ id: OTHER })
    expect(page.text()).toContain('办结')
  })

  it('asks for the rating one question a screen and sends both answers', async () => {
    now = appeal({ status: 'finished', can: ['appeal.rate'] })
    const page = await program.open('features/appeal/rate/index', { id: ID })
    await page.tap('解决了')
    await page.tap('下一题')
    await page.tap('非常满意')
    await page.tap('下一题')
    await page.tap('交上去')
    const rated = program.calls.find(({ action }) => action === 'appeal.rate')
    expect(rated?.input).toMatchObject({ id: ID, outcome: 'solved', satisfaction: 'very_satisfied' })
  })

  it('shows the server’s own words when a case is not there, and a way back', async () => {
    now = undefined as never
    const page = await program.open('features/appeal/detail/index', { id: 'other' })
    expect(page.text()).toContain('没有找到')
    expect(page.text()).toContain('返回')
  })
})
