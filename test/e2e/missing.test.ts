import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import { advance, call, person, peopleOf, runJobs } from './support/district'
import { openPhone } from './support/phone'

const GRID = '110117111207003'
/** Where he was seen: another grid of the town. */
const SEEN_IN = '110117111205001'

describe('somebody is missing', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  /** Pictures of a page at both widths and sizes of type; nothing may be wider than the screen. */
  async function look(name: string, openid: string, page: string): Promise<void> {
    for (const large of [false, true]) {
      const phone = await openPhone(browser, { openid, page, width: 320, large })
      for (const width of [320, 375]) {
        await phone.page.setViewportSize({ width, height: 812 })
        await phone.page.waitForTimeout(200)
        await phone.picture(`missing-${name}-${width}${large ? '-large' : ''}`)
        expect([name, width, await phone.overflow()]).toEqual([name, width, 0])
      }
      expect(phone.complaints).toEqual([])
      await phone.close()
    }
  }

  it('reported on a phone, verified, seen, confirmed, found: every step on the screens', async () => {
    const { resident, neighbour, worker } = await peopleOf(GRID, 4)
    const witness = await person('grid_worker', SEEN_IN)
    await look('form', resident.openid, 'features/missing/form/index')

    const family = await openPhone(browser, {
      openid: resident.openid,
      page: 'features/missing/form/index',
    })
    await family.sees('先打110')
    await family.radio('男').click()
    await family.field('大概几岁').fill('72')
    await family.field('穿着和样子').fill('深色外套,中等身材,没带手机')
    await family.radio('自行车').click()
    await family.radio('1小时前').click()
    await family.field('最后看到的地方').fill('村东头小卖部')
    await family.radio('子女').click()
    await family.field('称呼').fill('小钱')
    await family.field('电话').fill('19900001234')
    await family.page.getByRole('switch', { name: '同意公开照片和样子' }).locator('visible=true').click()
    await family.button('请大家帮着找').click()
    await family.sees('等核实')
    const { items } = await call(resident.openid, 'missing.list', { list: 'mine' })
    const id = items[0]?.id ?? ''
    expect(items[0]).toMatchObject({ status: 'reported', age: 72, travel: 'bicycle', place: '村东头小卖部' })

    await look('verify', worker.openid, `features/missing/lead/index?id=${id}`)
    const lead = await openPhone(browser, {
      openid: worker.openid,
      page: `features/missing/lead/index?id=${id}`,
    })
    await lead.field('核实的情况').fill('给家属打过电话,已报110')
    await lead.button('属实,请邻居们一起找').click()
    await lead.sees('正在寻找')
    await runJobs()
    await advance('PT31M')
    await runJobs()

    const near = await openPhone(browser, { openid: neighbour.openid })
    await near.sees('爱心寻人 · 正在寻找')
    await look('home', neighbour.openid, 'pages/home/index')
    await look('list', neighbour.openid, 'features/missing/list/index')
    await look('sight', neighbour.openid, `features/missing/sight/index?id=${id}`)
    const seen = { id, self: true, areaCode: SEEN_IN, direction: 'east', place: '桥头' } as const
    const { now } = await call(witness.openid, 'missing.info', { id })
    await call(witness.openid, 'missing.sight', { ...seen, seenAt: now })

    await lead.go(`features/missing/lead/index?id=${id}`)
    await lead.sees('要核实的线索')
    await look('lead', worker.openid, `features/missing/lead/index?id=${id}`)
    await lead.go(`features/missing/lead/index?id=${id}`)
    await lead.button('可信,给大家看').click()
    await lead.sees('可信')
    await runJobs()
    await call(neighbour.openid, 'missing.search', { id })
    await near.go(`features/missing/detail/index?id=${id}`)
    await near.sees('我看到了')
    await near.sees(/建议往东边找/)
    await look('detail', neighbour.openid, `features/missing/detail/index?id=${id}`)

    await lead.go(`features/missing/lead/index?id=${id}`)
    await lead.button('找到了,平安').click()
    await lead.page.waitForTimeout(500)
    await near.go(`features/missing/detail/index?id=${id}`)
    await near.sees('已找到,谢谢大家')
    await look('ended', neighbour.openid, `features/missing/detail/index?id=${id}`)
    await near.go('pages/home/index')
    expect(await near.page.getByText('爱心寻人 · 正在寻找').count()).toBe(0)
    for (const phone of [family, lead, near]) {
      expect(phone.complaints).toEqual([])
      await phone.close()
    }
  })
})
