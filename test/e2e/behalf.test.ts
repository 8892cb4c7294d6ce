import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import { call, peopleOf, runJobs } from './support/district'
import { openPhone } from './support/phone'

const GRID = '110117111207003'
const TEXT = '我妈家水管漏水,院子里都是水'

describe('filing for an old parent', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('takes one switch and a name; the worker tells the parent, too, before it is done', async () => {
    const people = await peopleOf(GRID, 30)
    const child = await openPhone(browser, {
      openid: people.resident.openid,
      page: 'features/appeal/form/index',
    })
    await child.field('遇到了什么事').fill(TEXT)
    await child.page.getByText('替家里老人或邻居提').locator('visible=true').first().click()
    await child.field('怎么称呼他').fill('王桂兰')
    await child.button('交给网格员').click()
    await child.sees('请选一下他是怎么同意的')
    await child.radio('当面同意').click()
    await child.picture('behalf-form')
    await child.button('交给网格员').click()
    await child.sees('替王桂兰提的(当面同意)')
    await child.picture('behalf-detail')
    const { items } = await call(people.resident.openid, 'appeal.list', { list: 'mine' })
    const id = items[0]?.id ?? ''
    await call(people.worker.openid, 'appeal.accept', { id })
    const worker = await openPhone(browser, {
      openid: people.worker.openid,
      page: `features/appeal/handle/index?id=${id}&action=appeal.finish`,
    })
    await worker.radio('没有能拍的东西').click()
    await worker.radio('在小程序里看').click()
    await worker.field('办得怎么样?').fill('换了水管接头')
    await worker.button('办结,告诉大家').click()
    await worker.sees('请也告诉王桂兰本人,当面说或打电话')
    await worker.radio(/打过电话 · 王桂兰/).click()
    await worker.picture('behalf-finish')
    await worker.button('办结,告诉大家').click()
    await runJobs()
    await child.go('features/notice/list/index')
    await child.sees(/换了水管接头.*点开说一声/)
    await child.picture('behalf-told')
    expect([...child.complaints, ...worker.complaints]).toEqual([])
  })

  it.each([
    [320, false],
    [320, true],
  ])('fits %i px, large type %s', async (width, large) => {
    const people = await peopleOf(GRID, 32)
    const page = 'features/appeal/form/index'
    const phone = await openPhone(browser, { openid: people.resident.openid, page, width, large })
    await phone.page.getByText('替家里老人或邻居提').locator('visible=true').first().click()
    await phone.field('怎么称呼他').waitFor()
    await phone.picture(`behalf-form-${width}${large ? '-large' : ''}`)
    const wide = await phone.overflow()
    expect(wide).toBe(0)
  })
})
