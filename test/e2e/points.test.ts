import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import { advance, call, peopleOf, runJobs } from './support/district'
import { openPhone, type Phone } from './support/phone'

const GRID = '110117111207003'
/** Days of publication, and one to be past it. */
const PUBLISHED = 'P6D'

describe('points, from the deed to the goods', () => {
  let browser: Browser
  let people: Awaited<ReturnType<typeof peopleOf>>
  let resident: Phone
  let code = ''

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID, 12)
    const { worker, secretary, resident: who, neighbour } = people
    const propose = async (openid: string, rule: 'honour' | 'doorstep', words: string) => {
      const { userId } = await call(openid, 'me.enter', {})
      await call(worker.openid, 'points.propose', { requestId: randomUUID(), userId, rule, words })
    }
    await propose(who.openid, 'doorstep', '门前收拾得干干净净')
    await runJobs()
    await advance(PUBLISHED)
    await runJobs()
    await propose(neighbour.openid, 'honour', '评上了好婆婆')
    await propose(who.openid, 'doorstep', '把门前的柴火垛收拾利落了')
    await call(secretary.openid, 'points.offer', { name: '香皂一块', price: 2, add: 3, shown: true })
    await call(secretary.openid, 'points.offer', { name: '洗衣液一瓶', price: 20, add: 5, shown: true })
  })
  afterAll(() => browser.close())

  it('are found under 我的 and redeemed for a code', async () => {
    const { openid, opengid = '' } = people.resident
    resident = await openPhone(browser, { openid, opengid, page: 'pages/me/index' })
    await resident.button(/我家的积分/).click()
    await resident.sees('还没到账的')
    await resident.picture('points-account')
    await resident.button('兑东西').click()
    await resident.sees('洗衣液一瓶')
    await resident.picture('points-goods')
    await resident.button('兑香皂一块').click()
    await resident.sees(/兑完还剩/)
    await resident.button('就兑这个').click()
    const drawing = resident.page
      .getByLabel(/取货码 \d{6}/)
      .locator('visible=true')
      .first()
    await drawing.waitFor()
    code = ((await drawing.getAttribute('aria-label')) ?? '').replace(/\D/g, '')
    await resident.picture('points-code')
    expect(resident.complaints).toEqual([])
  })

  it('are handed out for by whoever keeps the shelf', async () => {
    const keeper = await openPhone(browser, {
      openid: people.secretary.openid,
      page: 'features/points/collect/index',
    })
    await keeper.field('取货码').fill(code)
    await keeper.button('发东西').click()
    await keeper.sees('给他:香皂一块')
    await keeper.picture('points-collect')
    expect(keeper.complaints).toEqual([])
    await keeper.close()
  })

  it('of many need a second person, and then everybody may object', async () => {
    const second = await openPhone(browser, {
      openid: people.secretary.openid,
      page: 'features/points/awards/index',
    })
    await second.sees('评上了好婆婆')
    await second.picture('points-awards')
    await second.button('同意').click()
    await second.page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }).click()
    await second.sees('没有等同意的')
    expect(second.complaints).toEqual([])
    await second.close()
    const { openid, opengid = '' } = people.resident
    const neighbour = await openPhone(browser, { openid, opengid, page: 'features/points/published/index' })
    await neighbour.sees('评上了好婆婆')
    await neighbour.button('提异议').click()
    await neighbour.field('您觉得哪里不对?').fill('名单上好像没有他')
    await neighbour.picture('points-object')
    await neighbour.page.getByRole('dialog').getByRole('button', { name: '提异议', exact: true }).click()
    await neighbour.sees('有异议,核实中')
    expect(neighbour.complaints).toEqual([])
    await neighbour.close()
  })

  it.each([
    [320, true],
    [375, false],
  ])('stands on a phone of %d px (large type: %s)', async (width, large) => {
    const { resident: who, neighbour, worker, secretary } = people
    const pages: [string, string][] = [
      [who.openid, 'account'],
      [who.openid, 'rules'],
      [who.openid, 'goods'],
      [neighbour.openid, 'published'],
      [secretary.openid, 'goods'],
      [secretary.openid, 'offer'],
      [secretary.openid, 'collect'],
      [secretary.openid, 'awards'],
      [worker.openid, 'propose'],
    ]
    for (const [openid, name] of pages) {
      const page = `features/points/${name}/index`
      const phone = await openPhone(browser, { openid, page, width, large })
      await phone.picture(`points-${name}${openid === secretary.openid ? '-staff' : ''}-${width}`)
      const wide = await phone.overflow()
      expect([name, wide]).toEqual([name, 0])
      expect([name, phone.complaints]).toEqual([name, []])
      await phone.close()
    }
  })
})
