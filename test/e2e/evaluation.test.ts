import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import { advance, call, messagesOf, peopleOf, runJobs } from './support/district'
import { openPhone, type Phone } from './support/phone'

const GRID = '110117111207003'
const VILLAGE = GRID.slice(0, 12)
const TITLE = '三季度村党组织评价'
const REASON = '有两件是市里办的,不该算在我们村'

describe('the evaluation of village organisations, from the first figure to the grid', () => {
  let browser: Browser
  let people: Awaited<ReturnType<typeof peopleOf>>
  let officer: Phone
  let secretary: Phone
  let id = ''

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID, 26)
    officer = await openPhone(browser, { openid: people.officer.openid, page: 'pages/me/index' })
    secretary = await openPhone(browser, { openid: people.secretary.openid, page: 'pages/me/index' })
  })
  afterAll(() => browser.close())

  it('is made by the town from a survey that is over, without a report from anybody', async () => {
    await officer.button('村党组织评价').click()
    await officer.button('做一次评价').click()
    await officer.button('做好了').click()
    await officer.sees('请填写名称')
    await officer.field('叫什么').fill(TITLE)
    await officer.radio(/村党组织.*截止/).click()
    await officer.radio('最近半年').click()
    await officer.picture('evaluation-form')
    await officer.button('做好了').click()
    await officer.sees('还没有算。算好以后先给各村看自己的,公示期满再定。')
    const { items } = await call(people.officer.openid, 'evaluation.list', {})
    expect(items[0]).toMatchObject({ title: TITLE, status: 'draft' })
    id = items[0]?.id ?? ''
  })

  it('is worked out after a word of warning, and shows its villages beside their like', async () => {
    await officer.button('算一遍').click()
    await officer.picture('evaluation-compute')
    await officer.button('算一遍,开始公示').click()
    await officer.sees('公示中')
    await officer.sees(/个村一起比/)
    await officer.picture('evaluation-detail')
  })

  it('tells the village how its number came about, and hears what is wrong with it', async () => {
    await runJobs()
    const told = await call(people.secretary.openid, 'notice.list', {})
    const path = told.items.find(({ title }) => title === TITLE)?.path ?? ''
    await secretary.go(path)
    await secretary.sees('群众满意度')
    await secretary.sees(/×.*≈/)
    await secretary.picture('evaluation-village')
    await secretary.button(/^提出异议/).click()
    await secretary.button('提上去').click()
    await secretary.sees('请填写理由')
    await secretary.field('哪里不对').fill(REASON)
    await secretary.picture('evaluation-object')
    await secretary.button('提上去').click()
    await secretary.sees('等裁定')
    await secretary.go(`features/evaluation/detail/index?id=${id}`)
    await secretary.sees('公示期里,每个村只看得到自己的得分和来历。')
    const { items } = await call(people.secretary.openid, 'evaluation.info', { id })
    expect(items.map(({ areaCode }) => areaCode)).toEqual([VILLAGE])
  })

  it('is decided with reasons that stay, and works all out again without the part', async () => {
    await officer.go(`features/evaluation/objections/index?id=${id}`)
    await officer.sees(`“${REASON}”`)
    await officer.button('裁定').click()
    await officer.radio('成立').click()
    await officer.radio('诉求三率').click()
    await officer.field('裁定的理由').fill('查过了,两件确实由市里办理')
    await officer.picture('evaluation-decide')
    await officer.button('就这样定').click()
    await officer.sees('异议成立')
    await officer.picture('evaluation-objections')
    await secretary.go(`features/evaluation/village/index?id=${id}&areaCode=${VILLAGE}`)
    await secretary.sees(/异议成立,不计/)
    await secretary.sees('裁定:查过了,两件确实由市里办理')
  })

  it('stands after the time for objections and is told to every grid', async () => {
    await advance('P11D')
    await officer.go(`features/evaluation/detail/index?id=${id}`)
    await officer.button('定下来').click()
    await officer.page.getByRole('dialog').getByRole('button', { name: '定下来' }).click()
    await officer.sees('已定')
    await officer.button('公布').click()
    await officer.picture('evaluation-publish')
    await officer.page.getByRole('dialog').getByRole('button', { name: '公布' }).click()
    await officer.sees('已公布')
    await runJobs()
    await runJobs()
    const cards = (await messagesOf(GRID)).filter(({ title }) => title === TITLE)
    expect(cards).toHaveLength(1)
    expect(cards[0]?.path).toContain(`features/evaluation/village/index?id=${id}&areaCode=${VILLAGE}`)
  })

  it('is read by a neighbour, down to the formula', async () => {
    const neighbour = await openPhone(browser, {
      openid: people.neighbour.openid,
      page: 'features/survey/list/index',
    })
    await neighbour.button(/村党组织评价/).click()
    await neighbour.button(TITLE).click()
    await neighbour.sees('我的村')
    await neighbour.picture('evaluation-published')
    await neighbour.page.locator('.village').locator('visible=true').first().click()
    await neighbour.sees(/×.*≈/)
    expect([...officer.complaints, ...secretary.complaints, ...neighbour.complaints]).toEqual([])
  })
})
