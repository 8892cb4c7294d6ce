import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import { call, peopleOf, runJobs } from './support/district'
import { openPhone } from './support/phone'

const GRID = '110117111207003'

describe('party check-in, from the registration to the report', () => {
  let browser: Browser
  let people: Awaited<ReturnType<typeof peopleOf>>

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID, 16)
    const offer = (name: string, line: string) =>
      call(people.secretary.openid, 'party.offerPost', { name, line, shown: true })
    await offer('防汛巡查员', '下大雨时看看河沟和低洼处')
    await offer('政策宣讲员', '把新政策讲给左邻右舍听')
  })
  afterAll(() => browser.close())

  it('registers with the village and a post', async () => {
    const { openid, opengid = '' } = people.resident
    const phone = await openPhone(browser, { openid, opengid, page: 'features/party/mine/index' })
    await phone.field('党组织').fill('区医院党总支')
    await phone.page.getByRole('checkbox', { name: '防汛巡查员' }).click()
    await phone.picture('party-register')
    await phone.button('向村里报到').click()
    await phone.sees('等村里确认')
    await phone.button('认领政策宣讲员').click()
    await phone.button('退出政策宣讲员').waitFor()
    await phone.picture('party-mine')
    expect(phone.complaints).toEqual([])
    await phone.close()
  })

  it('is confirmed by the village and counted in the report, with the name masked', async () => {
    const phone = await openPhone(browser, {
      openid: people.secretary.openid,
      page: 'features/party/members/index',
    })
    await phone.sees(/区医院党总支/)
    await phone.picture('party-members')
    await phone.button(/^确认/).click()
    await phone.sees('这里没有人')
    await phone.button('报到情况').click()
    await phone.sees('报到1人,村里确认1人,完成任务0人')
    await phone.button(/区医院党总支/).click()
    await phone.sees('认领2个岗位')
    await phone.sees(/^.\*\*$/)
    await phone.picture('party-report')
    expect(phone.complaints).toEqual([])
    await phone.close()
  })

  it('tells the member', async () => {
    await runJobs()
    const { openid } = people.resident
    const phone = await openPhone(browser, { openid, page: 'features/party/mine/index' })
    await phone.sees('已确认')
    await phone.close()
  })

  it.each([
    [320, true],
    [375, false],
  ])('stands on a phone of %d px (large type: %s)', async (width, large) => {
    const { resident, neighbour, secretary } = people
    const pages: [string, string, string][] = [
      [resident.openid, 'mine', 'mine'],
      [neighbour.openid, 'register', 'mine'],
      [secretary.openid, 'members', 'members'],
      [secretary.openid, 'posts', 'posts'],
      [secretary.openid, 'report', 'report'],
    ]
    for (const [openid, name, page] of pages) {
      const phone = await openPhone(browser, { openid, page: `features/party/${page}/index`, width, large })
      await phone.picture(`party-${name}-${width}`)
      const wide = await phone.overflow()
      expect([name, wide]).toEqual([name, 0])
      expect([name, phone.complaints]).toEqual([name, []])
      await phone.close()
    }
  })
})
