import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import { peopleOf, runJobs } from './support/district'
import { openPhone } from './support/phone'

const GRID = '110117111207003'

describe('a friendly reminder', () => {
  let browser: Browser
  let people: Awaited<ReturnType<typeof peopleOf>>

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID, 18)
  })
  afterAll(() => browser.close())

  it.each([
    [320, true],
    [375, false],
  ])('is written, told and taken back on a phone of %d px (large type: %s)', async (width, large) => {
    const worker = await openPhone(browser, {
      openid: people.worker.openid,
      page: 'features/civility/form/index',
      width,
      large,
    })
    await worker.radio('遛狗不拴绳').click()
    await worker.page.getByRole('switch', { name: '看过了,认不出是谁' }).click()
    await worker.picture(`civility-form-${width}`)
    await worker.button('提醒大家').click()
    await worker.button('撤回').waitFor()
    await worker.picture(`civility-detail-${width}`)
    await runJobs()

    const { openid, opengid = '' } = people.resident
    const resident = await openPhone(browser, { openid, opengid, page: 'pages/feed/index', width, large })
    await resident.sees(/出门遛狗请拴好绳/)
    expect(resident.complaints).toEqual([])

    await worker.button('撤回').click()
    await worker.field('为什么撤回').fill('大家都拴好了')
    await worker.page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click()
    await worker.sees('已撤回')
    await resident.go('pages/feed/index')
    await resident.page.waitForTimeout(300)
    expect(await resident.page.getByText('出门遛狗请拴好绳').count()).toBe(0)
    expect(await worker.overflow()).toBe(0)
    expect(worker.complaints).toEqual([])
    await worker.close()
    await resident.close()
  })
})
