import type { Browser } from 'playwright-core'
import type { PersonView } from '~/local/host/views'
import { openBrowser } from './support/browser'
import { call, peopleOf, person, runJobs } from './support/district'
import { openPhone, type Phone } from './support/phone'

const GRID = '110117111207003'
const DETAIL = (id: string) => `features/appeal/detail/index?id=${id}`

describe('one hard appeal, from the spark to the last word', () => {
  let browser: Browser
  let people: Awaited<ReturnType<typeof peopleOf>>
  let id = ''
  const officers = new Map<string, PersonView>()

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID, 12)
    const all = await Promise.all(
      Array.from({ length: 16 }, (_none, n) => person('department_officer', '110117', n)),
    )
    all.forEach((officer) => officers.set(officer.departmentName ?? '', officer))
  })
  afterAll(() => browser.close())

  const open = (who: PersonView, page: string): Promise<Phone> =>
    openPhone(browser, { openid: who.openid, page })
  const officerOf = (name: string): PersonView => {
    const found = officers.get(name)
    if (found === undefined) {
      throw new Error(`no officer of ${name}: ${[...officers.keys()].join()}`)
    }
    return found
  }
  async function write(phone: Phone, words: string) {
    await phone.page.locator('textarea').locator('visible=true').fill(words)
  }

  it('is said, and a neighbour who writes the same joins instead of asking again', async () => {
    const resident = await open(people.resident, 'features/appeal/form/index')
    await resident.field('遇到了什么事').fill('幼儿园门口电线冒火花,孩子马上放学')
    await resident.radio('有危险').click()
    await resident.sees(/119/)
    await resident.picture('hard-1-danger')
    await resident.button('交给网格员').click()
    await resident.sees('您提交了诉求')
    const { items } = await call(people.resident.openid, 'appeal.list', { list: 'mine' })
    id = items[0]?.id ?? ''
    await call(people.worker.openid, 'appeal.accept', { id })
    await resident.close()
    await runJobs()
    const neighbour = await open(people.neighbour, 'features/appeal/form/index')
    await neighbour.field('遇到了什么事').fill('幼儿园门口的电线在冒火花')
    await neighbour.sees('附近有人也反映了')
    await neighbour.picture('hard-2-similar')
    await neighbour.button('我也一样').click()
    await neighbour.sees('您也遇到了')
    expect(neighbour.complaints).toEqual([])
    await neighbour.close()
  })

  it('goes up to the town, which whistles for three departments', async () => {
    await call(people.worker.openid, 'appeal.escalate', { id, to: 'town', reason: '要马上断电,网格办不了' })
    await call(people.officer.openid, 'appeal.accept', { id })
    const town = await open(people.officer, DETAIL(id))
    await town.button('更多').click()
    await town.button('吹哨').click()
    await town.radio(/应急哨/).click()
    for (const name of ['供电所', '公安派出所', '城管执法队']) {
      await town.page.getByRole('checkbox', { name }).locator('visible=true').click()
    }
    await write(town, '请马上到场断电、警戒')
    await town.picture('hard-3-whistle')
    await town.button('吹哨').click()
    await town.sees(/路上/)
    expect((await call(people.officer.openid, 'appeal.info', { id })).whistles).toHaveLength(3)
    await town.close()
  })

  it('brings two of them to the place; the third objects and the district decides', async () => {
    for (const name of ['供电所', '公安派出所']) {
      const officer = await open(officerOf(name), 'pages/matters/index')
      await officer.button('报到').click()
      await write(officer, '已到现场')
      await officer.button('我们到了').click()
      await officer.page.waitForFunction(() => !location.hash.includes('handle'))
      await officer.close()
    }
    const third = await open(officerOf('城管执法队'), DETAIL(id))
    await third.button('提异议').click()
    await write(third, '不在职责清单')
    await third.button('提异议').click()
    await third.sees(/区里裁定中/)
    await third.picture('16-whistle')
    await third.close()
    const leader = await open(people.leader, 'pages/matters/index')
    await leader.button('裁定异议').click()
    await leader.radio('成立').click()
    await write(leader, '线路归供电所,城管不用到场')
    await leader.picture('hard-4-decide')
    await leader.button('裁定').click()
    await leader.page.waitForFunction(() => !location.hash.includes('handle'))
    await leader.close()
  })

  it('keeps them until the town lets them go', async () => {
    for (const name of ['供电所', '公安派出所']) {
      const town = await open(people.officer, DETAIL(id))
      await town.button('放行').click()
      await town
        .radio(new RegExp(name))
        .click()
        .catch(() => undefined)
      await town.radio('5分').click()
      await town.button('放行').click()
      await town.page.waitForFunction(() => !location.hash.includes('handle'))
      await town.close()
    }
    const { whistles } = await call(people.officer.openid, 'appeal.info', { id })
    expect(whistles.map(({ status }) => status).sort()).toEqual(['dropped', 'released', 'released'])
  })

  it('is not solved the first time, and solved the second', async () => {
    for (const [words, outcome, satisfaction] of [
      ['已换新线', '没解决', '不满意'],
      ['整段换成地埋电缆', '解决了', '非常满意'],
    ] as const) {
      await call(people.officer.openid, 'appeal.finish', { id, words, withoutPicture: '没有能拍的东西' })
      const resident = await open(people.resident, `features/appeal/rate/index?id=${id}`)
      await resident.radio(outcome).click()
      await resident.button('下一题').click()
      await resident.radio(satisfaction).click()
      await resident.button('下一题').click()
      await resident.button('交上去').click()
      await resident.page.waitForFunction(() => !location.hash.includes('rate'))
      await resident.close()
      if (outcome === '没解决') {
        await call(people.officer.openid, 'appeal.accept', { id })
      }
    }
    await runJobs()
    const neighbour = await open(people.neighbour, DETAIL(id))
    await neighbour.sees('已完成')
    await neighbour.picture('hard-5-public')
    const seen = await neighbour.page.locator('body').innerText()
    expect(seen).not.toMatch(/不在职责清单|断电、警戒/)
    expect(seen).not.toContain(people.resident.name)
    await neighbour.close()
  })
})
