import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import { call, messagesOf, peopleOf, runJobs } from './support/district'
import { openPhone, type Phone } from './support/phone'
import { docx } from '../features/attachment/support'

const GRID = '110117111207003'
const TITLE = '明天上午八点到十点停水'

describe('an announcement, from writing to the last door', () => {
  let browser: Browser
  let people: Awaited<ReturnType<typeof peopleOf>>
  let secretary: Phone
  let resident: Phone
  let id = ''

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID, 22)
    secretary = await openPhone(browser, { openid: people.secretary.openid, page: 'pages/me/index' })
    resident = await openPhone(browser, people.resident)
  })
  afterAll(() => browser.close())

  it('is written by the village and seen as it will look, before anybody else sees it', async () => {
    await secretary.button('一键通知').click()
    await secretary.button('发通知').click()
    await secretary.field('标题').fill('我自己写的')
    await secretary.radio('停水停电').click()
    expect(await secretary.field('标题').inputValue()).toBe('____停水(停电)')
    await secretary.sees('画横线的地方,请填上再发。')
    await secretary.picture('announcement-template')
    await secretary.button('用回我自己写的').click()
    expect(await secretary.field('标题').inputValue()).toBe('我自己写的')
    await secretary.radio('停水停电').click()
    await secretary.field('标题').fill(TITLE)
    await secretary.field('说什么').fill('村东主管道检修,请提前接好水。老人家里请邻居提醒一声。')
    await secretary.radio('选一项').click()
    await secretary.field('选项1').fill('水接好了')
    const choosing = secretary.page.waitForEvent('filechooser')
    await secretary.button('选个文件').click()
    const [name, mimeType] = ['停水范围.docx', 'application/octet-stream']
    await (await choosing).setFiles({ name, mimeType, buffer: docx() })
    await secretary.sees('停水范围.docx')
    await secretary.radio('每周').click()
    await secretary.page.getByRole('checkbox', { name: '周一' }).click()
    await secretary.button('写好了,看看样子').click()
    await secretary.sees(/选项/)
    await secretary.field('选项2').fill('家里要人帮忙接')
    await secretary.picture('announcement-form')
    await secretary.button('写好了,看看样子').click()
    await secretary.sees('群里看到的样子')
    await secretary.sees(/每周的周一,08:00发/)
    await secretary.picture('announcement-preview')
    const { items } = await call(people.secretary.openid, 'announcement.list', { list: 'staff' })
    expect(items[0]).toMatchObject({ title: TITLE, status: 'ready' })
    id = items[0]?.id ?? ''
    expect(
      (await call(people.resident.openid, 'announcement.list', { list: 'grid' })).items,
    ).not.toContainEqual(expect.objectContaining({ id }))
  })

  it('is in every group of the village after one tap', async () => {
    await secretary.button('发出去').click()
    await secretary.picture('announcement-publish')
    await secretary.button('现在发').click()
    await secretary.button('看到了多少人').waitFor()
    await runJobs()
    await runJobs()
    for (const grid of [GRID, `${GRID.slice(0, 12)}001`]) {
      expect((await messagesOf(grid)).filter(({ path }) => path.includes(id))).toMatchObject([
        { title: TITLE },
      ])
    }
  })

  it('is answered by a neighbour with two taps, and the answer may be changed', async () => {
    await resident.go(`features/announcement/detail/index?id=${id}`)
    await resident.sees(/村东主管道检修/)
    await resident.picture('announcement-page')
    await resident.radio('家里要人帮忙接').click()
    await resident.button('就这样回').click()
    await resident.sees(/您回的是:家里要人帮忙接/)
    await resident.radio('水接好了').click()
    await resident.button('改成这样').click()
    await resident.sees(/您回的是:水接好了/)
    await resident.go('features/announcement/list/index')
    await resident.sees(TITLE)
    await resident.picture('announcement-list')
  })

  it('is read aloud on the page, and its file is opened', async () => {
    await resident.go(`features/announcement/detail/index?id=${id}`)
    await resident.page.evaluate(() => {
      const said: string[] = []
      Object.assign(window, { said })
      window.speechSynthesis.speak = ({ text }) => void said.push(text)
    })
    await resident.button('念给我听').click()
    await resident.button('不念了').waitFor()
    const said = await resident.page.evaluate(() => (window as unknown as { said: string[] }).said)
    expect(said[0]).toBe(`${TITLE}。`)
    expect(said.join('')).toContain('老人家里请邻居提醒一声。')
    await resident.button('不念了').click()
    await resident.button('念给我听').waitFor()
    const saving = resident.page.waitForEvent('download')
    await resident.button('打开文件 停水范围.docx').click()
    expect((await saving).suggestedFilename()).toBe('停水范围.docx')
  })

  it('comes again on its day, until the village stops it', async () => {
    await secretary.go(`features/announcement/detail/index?id=${id}`)
    await secretary.sees(/下一次/)
    await secretary.picture('announcement-series')
    await secretary.button('以后不再发').click()
    await secretary.sees('已经停了,不再发了。')
    const { series } = await call(people.secretary.openid, 'announcement.info', { id })
    expect(series).toMatchObject({ every: 'week', days: [1], stopped: true })
  })

  it('shows how far it has got, down to the doors of a grid', async () => {
    await secretary.go(`features/announcement/reach/index?id=${id}`)
    await secretary.sees('群里已到')
    await secretary.sees('1人')
    await secretary.picture('announcement-reach')
    await secretary.go(`features/announcement/reach/index?id=${id}&areaCode=${GRID}`)
    await secretary.sees('还没到的,打个电话或上门说一声')
    await secretary.picture('announcement-doors')
    const seen = await secretary.page.locator('body').innerText()
    expect(seen).not.toMatch(/1[3-9]\d{9}/)
  })

  it('is taken back with a reason, which whoever opens it reads', async () => {
    await secretary.go(`features/announcement/reach/index?id=${id}`)
    await secretary.button('撤回').click()
    await secretary.field('为什么撤回?').fill('停水改到后天了')
    await secretary.page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
    await secretary.sees('撤回了')
    await resident.go(`features/announcement/detail/index?id=${id}`)
    await resident.sees(/撤回了:停水改到后天了/)
    expect(await resident.page.getByText('村东主管道检修').count()).toBe(0)
    expect([...secretary.complaints, ...resident.complaints]).toEqual([])
  })

  it.each([
    [320, false],
    [320, true],
    [375, true],
  ])('fits %i px, large type %s', async (width, large) => {
    const screens: [string, string, string][] = [
      ['list', people.resident.openid, 'features/announcement/list/index'],
      ['page', people.neighbour.openid, `features/announcement/detail/index?id=${id}`],
      ['form', people.secretary.openid, 'features/announcement/form/index'],
      ['reach', people.secretary.openid, `features/announcement/reach/index?id=${id}`],
    ]
    for (const [name, openid, page] of screens) {
      const phone = await openPhone(browser, { openid, page, width, large })
      await phone.page.waitForTimeout(400)
      await phone.picture(`announcement-${name}-${width}${large ? '-large' : ''}`)
      const wide = await phone.overflow()
      expect([name, wide]).toEqual([name, 0])
      await phone.close()
    }
  })
})
