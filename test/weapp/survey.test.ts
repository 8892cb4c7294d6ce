import type { SurveyView } from '~/types/survey'
import { me } from './support/answers'
import { survey, surveyRow, SURVEY } from './support/survey-answers'
import { startProgram } from './support/program'

const RECEIPT = '7K3MQ9XW'

describe('surveys in the built mini program', () => {
  let now: SurveyView = survey()
  const program = startProgram({
    'me.enter': () => me(),
    'feed.list': () => ({ items: [] }),
    'survey.list': () => ({ items: [surveyRow()] }),
    'survey.info': () => now,
    'survey.cast': () => {
      now = survey({ standing: 'voted', receipt: RECEIPT })
      return { receipt: RECEIPT, replaced: false }
    },
    'survey.receipts': ({ code }: { code?: string }) => ({
      total: 2,
      items: [RECEIPT, 'P2WX8H4N'],
      ...(code !== undefined && { found: code === RECEIPT }),
    }),
  })

  it('waits on the home page with the time that is left, and opens what it is about', async () => {
    const page = await program.open('pages/home/index')
    for (const words of ['优秀村党组织满意度测评', '还剩 2天', '不记名 · 4道题 · 约1分钟']) {
      expect(page.text()).toContain(words)
    }
    await page.tap('现在去评')
    expect(program.asked).toContainEqual(
      expect.objectContaining({
        api: 'navigateTo',
        options: expect.objectContaining({ url: `/features/survey/detail/index?id=${SURVEY}` }),
      }),
    )
  })

  it('says why, who asks, by which rule and what keeps it secret before the first question', async () => {
    const page = await program.open('features/survey/detail/index', { id: SURVEY })
    const { why, ownerName, rule, secrecy } = survey()
    for (const words of [why, ownerName, rule, secrecy, '现在去评']) {
      expect(page.text()).toContain(words)
    }
  })

  it('asks one question a screen, comes back to where it was left, and shows all before they are cast', async () => {
    const left = await program.open('features/survey/cast/index', { id: SURVEY })
    expect(left.text()).not.toContain('您从哪里知道村里的事?')
    await left.tap('下一题')
    expect(left.text()).toContain('总的来说,您满意吗?') // nothing chosen yet
    await left.tap('基本满意')
    await left.tap('下一题')
    await left.tap('网格群')

    const page = await program.open('features/survey/cast/index', { id: SURVEY })
    expect(page.text()).toContain('您从哪里知道村里的事?')
    await page.tap('公示栏')
    await page.tap('下一题')
    await page.tap('不了解')
    await page.tap('下一题')
    await page.type(0, ' 多开几次会 ')
    await page.tap('看一遍再交')
    for (const words of ['基本满意', '网格群、公示栏', '不了解', '“多开几次会”']) {
      expect(page.text()).toContain(words)
    }
    await page.tap('交上去')
    const sent = program.calls.find(({ action }) => action === 'survey.cast')
    expect(sent?.input).toMatchObject({ id: SURVEY, edition: 1, answers: [3, [1, 3], -1, '多开几次会'] })
  })

  it('leaves no choice on the phone once the ballot is cast', () => {
    const storage = (globalThis as unknown as { wx: { getStorageSync(key: string): unknown } }).wx
    expect(storage.getStorageSync(`draft:survey.cast.${SURVEY}`)).toBe('')
  })

  it('gives a code in large type and says that the last ballot counts', async () => {
    const page = await program.open('features/survey/receipt/index', { id: SURVEY })
    expect(page.text()).toContain('7K3M Q9XW')
    expect(page.text()).toContain('只算最后一次')
    expect(page.text()).toContain('改我的票')
  })

  it('says whether the code is among those that were counted', async () => {
    const page = await program.open('features/survey/receipts/index', { id: SURVEY })
    expect(page.text()).toContain('在名单里,您的票算进去了')
    await page.type(0, 'aaaa bbbb')
    expect(page.text()).toContain('名单里没有 AAAA BBBB')
  })
})
