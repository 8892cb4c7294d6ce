import type { Browser } from 'playwright-core'
import type { ServiceMessageView } from '~/local/host/views'
import { openBrowser } from './support/browser'
import { call, peopleOf, runJobs, URL } from './support/district'
import { openPhone, type Phone } from './support/phone'

const GRID = '110117111207003'

/** WeChat tells a person by itself, once for each time that they let it. */
describe('a message of WeChat', () => {
  let browser: Browser
  let people: Awaited<ReturnType<typeof peopleOf>>
  let resident: Phone
  let id = ''

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID)
    const said = {
      text: '村口的公交站牌倒了',
      urgency: 'today',
      areaCode: GRID,
      category: 'facility',
    } as const
    id = (await call(people.resident.openid, 'appeal.submit', said)).id
    const page = `features/appeal/detail/index?id=${id}`
    resident = await openPhone(browser, { openid: people.resident.openid, page })
  })
  afterAll(() => browser.close())

  const arrived = async () => {
    const reply = await fetch(`${URL}/local/messages?openid=${people.resident.openid}`)
    return ((await reply.json()) as { items: ServiceMessageView[] }).items
  }

  it('is offered on the page of an own matter; refusing it changes nothing', async () => {
    await resident.button('有进展,微信告诉我').click()
    await resident.page.getByText('不允许').locator('visible=true').first().click()
    await resident.sees('没关系,打开小程序,消息都在小程序里。')
    await resident.picture('3-tell-me')
    expect((await call(people.resident.openid, 'subscription.list', {})).items).toMatchObject([
      { quota: 0 },
      { quota: 0 },
    ])
  })

  it('may come once after 允许', async () => {
    await resident.button('有进展,微信告诉我').click()
    await resident.picture('3-tell-me-asked')
    await resident.page.getByText('允许', { exact: true }).locator('visible=true').first().click()
    await resident.sees(/微信会告诉您,还能告诉1次/)
    expect(resident.complaints).toEqual([])
    await call(people.worker.openid, 'appeal.accept', { id })
    await runJobs()
    await call(people.worker.openid, 'appeal.finish', {
      id,
      words: '扶正了',
      withoutPicture: '没有能拍的东西',
    })
    await runJobs()
    expect(await arrived()).toMatchObject([{ title: '村口的公交站牌倒了', state: '办理中' }])
  })

  it('lies beside the phone and opens the page', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'zh-CN' })
    await page.goto(`${URL}/?area=${GRID}`)
    await page.getByRole('button', { name: people.resident.name }).first().click()
    await page.locator('.service').first().waitFor()
    await page.screenshot({ path: `${process.env.E2E_SCREENSHOTS}/9-service-message.png` })
    await page.locator('.service').first().click()
    await page.frameLocator('iframe').getByText('村口的公交站牌倒了').first().waitFor({ timeout: 20_000 })
    await page.close()
  })

  it.each([false, true])('is offered in letters of each size at 320 (large: %s)', async (large) => {
    const said = { text: '井盖松了', urgency: 'soon', areaCode: GRID, category: 'road' } as const
    const other = await call(people.neighbour.openid, 'appeal.submit', said)
    const phone = await openPhone(browser, {
      openid: people.neighbour.openid,
      page: `features/appeal/detail/index?id=${other.id}`,
      width: 320,
      large,
    })
    await phone.button('有进展,微信告诉我').waitFor()
    expect(await phone.overflow()).toBeLessThanOrEqual(0)
    await phone.button('有进展,微信告诉我').scrollIntoViewIfNeeded()
    await phone.picture(`3-tell-me-320${large ? '-large' : ''}`)
    await phone.close()
  })
})
