import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { ReplayView } from '~/local/host/views'
import { openBrowser } from './support/browser'
import { messagesOf, URL } from './support/district'

describe('the story from noon to five, played on a page', () => {
  let browser: Browser
  let page: Page
  const complaints: string[] = []
  beforeAll(async () => {
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`${URL}/replay`)
  })
  afterAll(() => browser.close())

  const view = async () => (await (await fetch(`${URL}/local/replay`)).json()) as ReplayView
  const picture = (name: string) =>
    page.screenshot({ path: path.join(process.env.E2E_SCREENSHOTS ?? '.', `${name}.png`) })
  /** Steps until this one has been played. */
  async function playTo(words: RegExp): Promise<void> {
    const step = page.locator('li[aria-current=step]')
    while ((await step.count()) === 0 || !words.test(await step.innerText())) {
      await page.getByRole('button', { name: '往下走一步' }).click()
      await page.getByRole('button', { name: /往下走一步|从头再看/ }).waitFor()
    }
  }

  it('tells nobody before somebody has called the family', async () => {
    await page.getByText('骑着蓝色自行车出了门').waitFor()
    await playTo(/在小程序里报了走失/)
    expect((await view()).told).toEqual([])
    await page.getByText('核实以后,从最近的网格开始。').waitFor()
  })

  it('tells the nearest grids first, with the card that their groups then show', async () => {
    await playTo(/13:52/)
    await page.getByText('26 个群').waitFor()
    const { told } = await view()
    const ways = told.map(({ km }) => km)
    expect(ways).toEqual([...ways].sort((a, b) => a - b))
    expect(new Set(told.map(({ label }) => label))).toEqual(new Set(['正在寻找']))
    const shown = await messagesOf(told[0]?.areaCode ?? '')
    expect(shown.some(({ title }) => title === told[0]?.title)).toBe(true)
  })

  it('reaches further each quarter of an hour, never twice to one grid, and moves with what was seen', async () => {
    const reached: number[] = []
    for (const time of [/14:10/, /14:30/, /15:05/]) {
      await playTo(time)
      reached.push((await view()).told.length)
    }
    expect(reached).toEqual([...reached].sort((a, b) => a - b))
    const before = await view()
    await picture('replay-rings')
    await playTo(/15:10/)
    const after = await view()
    expect(after.centre).not.toEqual(before.centre)
    expect(Math.max(...after.circles)).toBeLessThan(Math.max(...before.circles))
    const codes = after.told.map(({ areaCode }) => areaCode)
    expect(new Set(codes).size).toBe(codes.length)
    await picture('replay-moved')
  })

  it('ends: every grid that was told hears of it once', async () => {
    await playTo(/17:00/)
    await page.getByRole('button', { name: '从头再看' }).waitFor()
    const { told } = await view()
    const heard = (label: string) =>
      told.filter((grid) => grid.label === label).map(({ areaCode }) => areaCode)
    expect(heard('已找到').sort()).toEqual(heard('正在寻找').sort())
    await picture('replay-found')
    expect(complaints).toEqual([])
  })

  it('stands on a narrow screen', async () => {
    await page.setViewportSize({ width: 375, height: 812 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
    await picture('replay-375')
  })
})
