import type { HelpView } from '~/types/help'
import type { PostView } from '~/types/thread'
import { me } from './support/answers'
import { refusal, startProgram } from './support/program'

const ID = '00000000-0000-4000-8000-000000000031'
const at = new Date(Date.now() - 360_000).toISOString()

function help(change: Partial<HelpView> = {}): HelpView {
  return {
    ...{ id: ID, kind: 'lend', title: '想借一把梯子', text: '想借一把梯子换灯泡', status: 'open' },
    ...{ urgent: false, forFamily: false, way: 'first', part: 'any', content: 'passed', place: '' },
    ...{ areaName: '柳11村 · 第3网格', reach: 'grid', near: 'grid', relation: 'neighbour' },
    ...{ offerCount: 0, postCount: 0, thanks: [], askedAt: at, askerName: '钱**', helperName: '' },
    ...{ pictures: [], voices: [], offers: [], saidThanks: [], reports: [], attended: false },
    confirmed: { asker: false, helper: false },
    can: ['help.take', 'help.report', 'help.block'],
    ...change,
  }
}
function post(change: Partial<PostView> = {}): PostView {
  return {
    ...{
      id: '00000000-0000-4000-8000-000000000041',
      by: '孙**',
      mine: false,
      byAsker: false,
      byStaff: false,
    },
    ...{ words: '我家有', pictures: [], toMe: false, content: 'passed', hidden: false, at },
    can: ['thread.report', 'thread.block'],
    ...change,
  }
}

describe('neighbours’ help in the built mini program', () => {
  let now: HelpView = help()
  let posts: PostView[] = [post()]
  const asked: unknown[] = []
  const sinces: unknown[] = []
  const program = startProgram({
    'me.enter': () => me({ phone: '199****1234' }),
    'help.list': () => ({ items: [now] }),
    'help.info': () => now,
    'help.ask': (input: { text: string }) => {
      asked.push(input)
      return /\d{11}/.test(input.text) ? refusal({ text: '请不要写电话' }) : now
    },
    'help.take': () =>
      (now = help({
        status: 'matched',
        relation: 'helper',
        helperName: '测试居民',
        can: ['help.call', 'help.done', 'help.cancel'],
      })),
    'help.call': () => ({ phone: '19900001234' }),
    'help.done': () => (now = help({ ...now, status: 'done', can: ['help.thank'] })),
    'help.thank': (input: { words: string; shared: boolean }) =>
      (now = help({ ...now, can: [], saidThanks: [{ by: 'helper', content: 'passed', ...input }] })),
    'thread.list': ({ since }: { since?: string }) => {
      sinces.push(since)
      return { items: since === undefined ? posts : [], cursor: '7', more: false, canPost: true }
    },
    'thread.post': ({ words }: { words: string }) => {
      const said = post({ id: '00000000-0000-4000-8000-000000000042', by: '您', mine: true, words })
      posts = [...posts, said]
      return said
    },
  })

  it('lists what neighbours need, with the two things one does about it', async () => {
    const page = await program.open('features/help/list/index')
    for (const words of [
      '要帮忙',
      '能帮忙',
      '我的',
      '想借一把梯子',
      '本网格 · 6分钟前',
      '回一句',
      '我来帮',
    ]) {
      expect(page.text()).toContain(words)
    }
  })

  it('asks in one sentence and says at the field what does not belong there', async () => {
    const page = await program.open('features/help/form/index')
    await page.type(0, '想借梯子,打19900001234')
    await page.tap('借件东西')
    await page.tap('问问邻居')
    expect(page.text()).toContain('请不要写电话')
    await page.type(0, '想借一把梯子换灯泡')
    await page.tap('问问邻居')
    expect(asked.at(-1)).toMatchObject({
      text: '想借一把梯子换灯泡',
      kind: 'lend',
      way: 'first',
      part: 'any',
    })
    expect(program.asked).toContainEqual(
      expect.objectContaining({
        api: 'redirectTo',
        options: expect.objectContaining({ url: `/features/help/detail/index?id=${ID}` }),
      }),
    )
  })

  it('shows what is said under it and one’s own words at once, and asks for news only', async () => {
    const page = await program.open('features/help/detail/index', { id: ID })
    expect(page.text()).toContain('我家有')
    await page.type(0, '我也有一把')
    await page.tap('发出去')
    expect(page.text()).toContain('我也有一把')
    expect(sinces).toEqual([undefined, '7'])
  })

  it('goes from taking to calling, done and thanks', async () => {
    const page = await program.open('features/help/detail/index', { id: ID })
    await page.tap('我来帮')
    expect(page.text()).toContain('现在你们俩能互相打电话')
    await page.tap('打电话')
    expect(program.asked).toContainEqual(
      expect.objectContaining({
        api: 'makePhoneCall',
        options: expect.objectContaining({ phoneNumber: '19900001234' }),
      }),
    )
    await page.tap('帮好了')
    expect(page.text()).toContain('已帮成')
    await page.tap('道声谢')
    expect(page.text()).toContain('双方都同意,才发到网格群里')
  })
})
