import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import { call, messagesOf, person, runJobs } from './support/district'
import { openPhone, type Phone } from './support/phone'

const GRID = '110117111207003'
/** Residents of the grid that no other file plays with. */
const ASKER = 20
/** Of a kind that nobody of the showcase has said they can do: the grid sees it at once, at every hour of the day. */
const TEXT = '想找人带把铁锹,一起翻翻院子'

describe('neighbours help each other, from asking to thanks', () => {
  let browser: Browser
  let asker: Phone
  let helper: Phone
  let people: Record<'asker' | 'helper', Awaited<ReturnType<typeof person>>>
  let id = ''

  beforeAll(async () => {
    browser = await openBrowser()
    people = {
      asker: await person('resident', GRID, ASKER),
      helper: await person('resident', GRID, ASKER + 1),
    }
    const open = ({ openid, opengid }: (typeof people)['asker']) =>
      openPhone(browser, { openid, ...(opengid && { opengid }) })
    asker = await open(people.asker)
    helper = await open(people.helper)
  })
  afterAll(() => browser.close())

  it('lets a resident ask in one sentence, and says at the field what does not belong there', async () => {
    await asker.button('邻里帮').click()
    await asker.sees('老人家里突然停电,谁会看电表')
    await asker.picture('12-help-list')
    await asker.button('请邻居帮个忙').click()
    await asker.field('要帮什么忙').fill(`${TEXT},打19900001234`)
    await asker.radio('别的事').click()
    await asker.radio('谁先来谁帮').click()
    await asker.button('问问邻居').click()
    await asker.sees(/请不要写电话/)
    await asker.field('要帮什么忙').fill(TEXT)
    await asker.field('具体在哪里').fill('12号院东屋')
    await asker.picture('12-help-form')
    await asker.button('问问邻居').click()
    await asker.sees('等人帮')
    const { items } = await call(people.asker.openid, 'help.list', { list: 'mine' })
    id = items[0]?.id ?? ''
    expect(items[0]).toMatchObject({ title: TEXT, status: 'open', reach: 'grid', content: 'passed' })
  })

  it('brings it into the grid’s group, with nothing of who asks', async () => {
    await runJobs()
    await runJobs()
    const card = (await messagesOf(GRID)).find(({ path }) => path.includes(id))
    expect(card?.title).toContain('铁锹')
    expect([card?.title, card?.body, card?.from].join()).not.toMatch(/12号院东屋|1\d{10}/)
  })

  it('shows the words of one neighbour on the open page of the other, without touching it', async () => {
    await helper.go(`features/help/detail/index?id=${id}`)
    await helper.field('说一句').fill('我家有,几点要?')
    await helper.button('发出去').click()
    await helper.sees('我家有,几点要?')
    await asker.sees('我家有,几点要?')
    await asker.picture('12-help-thread')
  })

  it('lets the neighbour take it; the two then see each other and the place, others do not', async () => {
    expect(await helper.page.getByText('12号院东屋').count()).toBe(0)
    await helper.button('我来帮').click()
    await helper.sees('12号院东屋')
    await helper.sees(/现在你们俩能互相打电话/)
    await helper.button('打电话').waitFor()
    await asker.sees('有人帮了')
    const other = await person('resident', GRID, ASKER + 2)
    const view = await call(other.openid, 'help.info', { id })
    expect(view).toMatchObject({ place: '', status: 'matched' })
    expect(JSON.stringify(view)).not.toContain(people.asker.name)
  })

  it('is done when both say so', async () => {
    await helper.button('帮好了').click()
    await helper.sees('等确认')
    await asker.button('帮好了').click()
    await asker.sees('已帮成')
    expect((await call(people.asker.openid, 'help.info', { id })).status).toBe('done')
  })

  it('lets both say thanks, which the group reads when both agree', async () => {
    for (const [phone, words] of [
      [asker, '铁锹好使,谢谢!'],
      [helper, '不客气'],
    ] as const) {
      await phone.button('道声谢').click()
      await phone.field('想说的话').fill(words)
      await phone.page.getByRole('dialog').getByRole('button', { name: '道声谢' }).click()
      await phone.sees(`“${words}”`)
    }
    await asker.picture('12-help-thanks')
    await runJobs()
    await runJobs()
    const cards = (await messagesOf(GRID)).filter(({ path }) => path.includes(id))
    expect(cards.some(({ body }) => body.includes('铁锹好使,谢谢!'))).toBe(true)
    expect([...asker.complaints, ...helper.complaints]).toEqual([])
  })

  it.each([
    [320, false],
    [320, true],
    [375, true],
  ])('fits %i px, large type %s', async (width, large) => {
    const worker = await person('grid_worker', GRID)
    const screens: [string, string, string][] = [
      ['list', people.helper.openid, 'features/help/list/index'],
      ['form', people.helper.openid, 'features/help/form/index'],
      ['able', people.helper.openid, 'features/help/able/index'],
      ['detail', people.helper.openid, `features/help/detail/index?id=${id}`],
      ['care', worker.openid, 'features/help/list/index'],
    ]
    for (const [name, openid, page] of screens) {
      const phone = await openPhone(browser, { openid, page, width, large })
      if (name === 'care') {
        await phone.radio('等我看').click()
      }
      await phone.page.waitForTimeout(500)
      await phone.picture(`12-help-${name}-${width}${large ? '-large' : ''}`)
      const wide = await phone.overflow()
      expect([name, wide]).toEqual([name, 0])
      await phone.close()
    }
  })
})
