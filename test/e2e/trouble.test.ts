import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import { call, peopleOf } from './support/district'
import { openPhone } from './support/phone'

const GRID = '110117111207003'
const FORM = 'features/appeal/form/index'

describe('when something goes wrong', () => {
  let browser: Browser
  let people: Awaited<ReturnType<typeof peopleOf>>

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID, 4)
  })
  afterAll(() => browser.close())

  const open = (page: string) => openPhone(browser, { openid: people.resident.openid, page })

  it('says at the field what is missing, in plain words', async () => {
    const phone = await open(FORM)
    await phone.button('交给网格员').click()
    await phone.sees('请填写遇到的事')
    await phone.picture('15-missing-words')
    await phone.close()
  })

  it('keeps what was typed when the program is left and opened again', async () => {
    const phone = await open(FORM)
    await phone.field('遇到了什么事').fill('河边的护栏断了一截')
    await phone.page.waitForTimeout(800)
    await phone.go('pages/home/index')
    await phone.go(FORM)
    await expect(phone.field('遇到了什么事').inputValue()).resolves.toBe('河边的护栏断了一截')
    await phone.close()
  })

  it('keeps what was typed when there is no network, and sends it once when there is', async () => {
    const phone = await open(FORM)
    const text = '河边的护栏断了一截,没人修'
    await phone.field('遇到了什么事').fill(text)
    await phone.page.context().setOffline(true)
    await phone.button('交给网格员').click()
    await phone.sees(/网络|没连上/)
    await phone.picture('15-offline-form')
    await phone.page.context().setOffline(false)
    await phone.button('交给网格员').click()
    await phone.sees('您提交了诉求')
    const { items } = await call(people.resident.openid, 'appeal.list', { list: 'mine' })
    expect(items.filter(({ title }) => title.startsWith(text.slice(0, 6)))).toHaveLength(1)
    await phone.close()
  })

  it('makes one appeal of a reply that was lost on its way', async () => {
    const phone = await open(FORM)
    const text = '井盖响了一夜'
    await phone.field('遇到了什么事').fill(text)
    let lost = 0
    await phone.page.route('**/functions/api', async (route) => {
      const submits = route.request().postData()?.includes('appeal.submit') === true
      if (submits && lost < 1) {
        lost += 1
        await route.fetch()
        await route.abort('connectionreset')
      } else {
        await route.continue()
      }
    })
    await phone.button('交给网格员').click()
    await phone.page.waitForTimeout(1500)
    if (await phone.button('交给网格员').isVisible()) {
      await phone.button('交给网格员').click()
    }
    await phone.sees('您提交了诉求')
    expect(lost).toBe(1)
    const { items } = await call(people.resident.openid, 'appeal.list', { list: 'mine' })
    expect(items.filter(({ title }) => title.startsWith(text.slice(0, 6)))).toHaveLength(1)
    await phone.close()
  })

  it('offers another try when a page cannot be loaded', async () => {
    const phone = await open('pages/home/index')
    await phone.page.route('**/functions/api', (route) => route.abort('failed'))
    await phone.go(`features/appeal/list/index`)
    await phone.sees(/重试|再试/)
    await phone.picture('15-error')
    await phone.page.unroute('**/functions/api')
    await phone.button(/重试|再试/).click()
    await phone.sees('没办完的')
    await phone.close()
  })

  it('tells somebody who may not see a case that there is none', async () => {
    const mine = await call(people.resident.openid, 'appeal.submit', {
      text: '家里的事,只想让网格员知道',
      urgency: 'soon',
      private: true,
      areaCode: GRID,
    })
    const phone = await openPhone(browser, {
      openid: people.neighbour.openid,
      page: `features/appeal/detail/index?id=${mine.id}`,
    })
    await phone.sees('没有找到')
    await phone.close()
  })
})
