import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import { call, messagesOf, peopleOf, runJobs } from './support/district'
import { openPhone, type Phone } from './support/phone'

const GRID = '110117111207003'
const VILLAGE = GRID.slice(0, 12)
const TITLE = '村里办事满意度测评'

describe('a survey, from the town to the group card and into the box', () => {
  let browser: Browser
  let people: Awaited<ReturnType<typeof peopleOf>>
  let resident: Phone
  let id = ''

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID, 6)
  })
  afterAll(() => browser.close())

  it('is made by the town from a template, looked at as residents will, and opened after saying what happens', async () => {
    const officer = await openPhone(browser, {
      openid: people.officer.openid,
      page: 'features/survey/list/index?list=made',
    })
    await officer.button('做一个测评').click()
    await officer.radio('办事满意度').click()
    await officer.field('名字').fill(TITLE)
    await officer.button('存成草稿,去预览').click()
    await officer.sees('请选问哪些地方')
    await officer.radio('加一个村社区').click()
    await officer.field('村名或网格名').fill('西柏店')
    await officer.button(/西柏店村/).click()
    await officer.button('去掉西柏店村').waitFor()
    await officer.picture('survey-form')
    await officer.button('存成草稿,去预览').click()
    await officer.sees('还没开始')
    await officer.button('看看居民看到的样子').click()
    await officer.button('开始').click()
    await officer.radio('不了解').click()
    await officer.picture('survey-preview')
    await officer.button('返回').click()
    await officer.button('开始测评').click()
    await officer.sees(/每个网格群,都会收到/)
    await officer.picture('survey-open')
    await officer.button('确定,开始').click()
    await officer.sees('正在评')
    const { items } = await call(people.officer.openid, 'survey.list', { list: 'made' })
    const made = items.find(({ title }) => title === TITLE)
    expect(made).toMatchObject({ status: 'open', areaName: '西柏店村' })
    id = made?.id ?? ''
    expect(officer.complaints).toEqual([])
    await officer.close()
  })

  it('comes into the grid’s group as a card and waits on the home page', async () => {
    await runJobs()
    await runJobs()
    const cards = (await messagesOf(GRID)).filter(({ path }) => path.includes(id))
    expect(cards).toMatchObject([{ title: TITLE, label: '请您评' }])
    const { openid, opengid = '' } = people.resident
    resident = await openPhone(browser, { openid, opengid })
    await resident.button(`现在去评:${TITLE}`).waitFor()
    await resident.go(cards[0]?.path ?? '')
    await resident.sees(TITLE)
    await resident.sees(/^不记名:/)
    await resident.picture('survey-invitation')
  })

  it('is answered one question a screen, and goes on where it was left', async () => {
    await resident.button('现在去评').click()
    await resident.radio('满意').click()
    await resident.picture('4-survey')
    await resident.button('下一题').click()
    await resident.radio('不了解').click()
    await resident.button('上一题').click()
    expect(await resident.radio('满意').getAttribute('aria-checked')).toBe('true')
    await resident.button('下一题').click()
    await resident.go(`features/survey/cast/index?id=${id}`)
    await resident.sees('2 / 4')
    await resident.button('下一题').click()
    await resident.radio('基本满意').click()
    await resident.button('下一题').click()
    await resident.page.locator('textarea').locator('visible=true').fill('少跑一趟就好了')
    await resident.button('看一遍再交').click()
    await resident.sees('“少跑一趟就好了”')
    await resident.picture('survey-review')
    await resident.button('交上去').click()
    await resident.sees('投进去了,谢谢您')
    await resident.picture('survey-receipt')
    const { voted, receipt } = await call(people.resident.openid, 'survey.mine', { id })
    expect(voted).toBe(true)
    expect(receipt).toMatch(/^\w{8}$/)
    await resident.sees(`${receipt?.slice(0, 4)} ${receipt?.slice(4)}`)
  })

  it('leaves no answer on the phone', async () => {
    const kept = await resident.page.evaluate(() => JSON.stringify({ ...localStorage }))
    expect(kept).not.toContain('少跑一趟')
    expect(kept).not.toContain(`survey.cast.${id}`)
  })

  it('can be changed until the close: the same person has one ballot, the last one', async () => {
    await resident.button('改我的票').click()
    await resident.sees(/以这次为准/)
    for (const word of ['非常满意', '满意', '满意']) {
      await resident.radio(word).click()
      await resident.button('下一题').click()
    }
    await resident.button('看一遍再交').click()
    await resident.button('交上去').click()
    await resident.sees('改好了,谢谢您')
    const { whole } = await call(people.officer.openid, 'survey.participation', { id, areaCode: VILLAGE })
    expect(whole.ballots).toBe(1)
    await resident.go('pages/home/index')
    await resident.sees('网格动态')
    expect(await resident.button(`现在去评:${TITLE}`).count()).toBe(0)
    expect(resident.complaints).toEqual([])
    await resident.close()
  })

  it('shows the town how many took part, and never who or how', async () => {
    const officer = await openPhone(browser, {
      openid: people.officer.openid,
      page: `features/survey/participation/index?id=${id}`,
    })
    await officer.sees(/^1 \/ /)
    await officer.picture('survey-participation')
    const seen = await officer.page.locator('body').innerText()
    expect(seen).not.toContain(people.resident.name)
    await officer.close()
  })
})
