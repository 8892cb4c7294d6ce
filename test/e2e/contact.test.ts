import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import { call, peopleOf, runJobs } from './support/district'
import { openPhone, type Phone } from './support/phone'

const GRID = '110117111207003'

/** What happens between somebody saying something and its being done, and where it goes when it is not for a grid. */
describe('the first word to the person', () => {
  let browser: Browser
  let people: Awaited<ReturnType<typeof peopleOf>>
  let id = ''

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID)
    const said = { text: '村口公厕的门关不上', urgency: 'today', areaCode: GRID } as const
    id = (await call(people.resident.openid, 'appeal.submit', said)).id
  })
  afterAll(() => browser.close())

  const open = async (who: keyof typeof people, page: string, large = false): Promise<Phone> =>
    openPhone(browser, { openid: people[who].openid, page, ...(large && { large, width: 320 }) })
  const detail = () => `features/appeal/detail/index?id=${id}`

  it('is promised to who asked, with the hour', async () => {
    const resident = await open('resident', detail())
    await resident.sees(/前会有人联系您/)
    await resident.picture('3-contact-promised')
    expect(resident.complaints).toEqual([])
    await resident.close()
  })

  it('is two taps of the worker who took it, and is then seen by the person', async () => {
    const worker = await open('worker', 'pages/matters/index')
    await worker.button('接单').click()
    await worker.sees(/前先联系反映人/)
    await worker.picture('7-workbench-contact')
    await worker.go(detail())
    await worker.sees('先跟反映人说一声')
    await worker.picture('7-contact')
    await worker.button('联系过了').click()
    await worker.button('记下来').click()
    await worker.sees('请选一下怎么联系的')
    await worker.radio('打过电话').click()
    await worker.button('问清楚了,今天去看。').or(worker.radio('问清楚了,今天去看。')).first().click()
    await worker.picture('7-contact-form')
    await worker.button('记下来').click()
    await worker.sees('“打过电话:问清楚了,今天去看。”')
    expect(await worker.page.getByText('先跟反映人说一声').locator('visible=true').count()).toBe(0)
    expect(worker.complaints).toEqual([])
    await worker.close()
    await runJobs()
    const resident = await open('resident', 'features/notice/list/index')
    await resident.sees(/记下了:打过电话/)
    await resident.close()
  })

  it('of a matter for the petition office says how long each step takes', async () => {
    const worker = await open('worker', `features/appeal/handle/index?id=${id}&action=appeal.triage`)
    await worker.radio('要走法律渠道').click()
    await worker.page.locator('textarea').locator('visible=true').fill('这件事信访局正在办,请等他们答复')
    await worker.button('确定').click()
    await worker.sees('请选一下该走哪个渠道')
    await worker.radio('信访').click()
    await worker.picture('7-channel')
    await worker.button('确定').click()
    await worker.page.waitForFunction(() => !location.hash.includes('handle'))
    await worker.close()
    for (const large of [false, true]) {
      const resident = await open('resident', detail(), large)
      await resident.sees('这件事要走:信访')
      await resident.sees('受理后60天内办完')
      expect(await resident.overflow()).toBeLessThanOrEqual(0)
      await resident.picture(`3-channel${large ? '-large' : ''}`)
      await resident.close()
    }
  })

  it('does not come from the grid when the matter is none of a community', async () => {
    const said = { text: '孩子上学没有名额', urgency: 'soon', areaCode: GRID } as const
    const school = await call(people.resident.openid, 'appeal.submit', said)
    expect(school).toMatchObject({ category: 'education', level: 'town' })
    const resident = await open('resident', `features/appeal/detail/index?id=${school.id}`)
    await resident.sees(/等.*镇接单/)
    await resident.close()
  })
})

describe('诉求月报', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('is opened from 我的, for the village, the town and the district, this month and before', async () => {
    const { resident } = await peopleOf(GRID)
    for (const large of [false, true]) {
      const phone = await openPhone(browser, {
        openid: resident.openid,
        page: 'pages/me/index',
        ...(large && { large, width: 320 }),
      })
      await phone.button(/^诉求月报/).click()
      await phone.sees('大家提了')
      await phone.radio('平谷区').click()
      await phone.sees(/平谷区 · .*月/)
      await phone.picture(`month${large ? '-large' : ''}`)
      expect(await phone.overflow()).toBeLessThanOrEqual(0)
      const months = phone.page.getByRole('button', { name: /^看\d{4}年/ }).locator('visible=true')
      await months.first().click()
      await phone.sees(/平谷区 · .*月$/)
      expect(phone.complaints).toEqual([])
      await phone.close()
    }
  })
})
