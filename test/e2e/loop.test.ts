import sharp from 'sharp'
import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import { advance, call, messagesOf, peopleOf, runJobs, URL } from './support/district'
import { openPhone, type Phone } from './support/phone'

const GRID = '110117111207003'

describe('the loop, from the group to the result and back', () => {
  let browser: Browser
  let people: Awaited<ReturnType<typeof peopleOf>>
  let resident: Phone
  let id = ''

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID)
  })
  afterAll(() => browser.close())

  it('lets a resident who comes from the group say it in one sentence with a picture', async () => {
    const { openid, opengid = '' } = people.resident
    resident = await openPhone(browser, { openid, opengid })
    await resident.sees('第3网格')
    await resident.button('提诉求').click()
    const words = resident.field('遇到了什么事')
    await words.fill('村东头第二个路灯坏了三天,晚上老人出门看不见路')
    await resident.sees(/因为您提到/)
    const chooser = resident.page.waitForEvent('filechooser')
    await resident.button('拍照').click()
    const jpeg = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#446688' } })
      .jpeg()
      .toBuffer()
    await (await chooser).setFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: jpeg })
    await resident.page.getByLabel(/^已传好的照片/).waitFor()
    await resident.radio('今天要办').click()
    await resident.picture('2-submit-filled')
    await resident.button('交给网格员').click()
    await resident.sees('您提交了诉求')
    const { items } = await call(openid, 'appeal.list', { list: 'mine' })
    id = items[0]?.id ?? ''
    expect(items[0]).toMatchObject({ status: 'submitted', urgency: 'today', pictureCount: 1 })
  })

  it('lets the grid worker take it from the workbench and send it up with the reason', async () => {
    const worker = await openPhone(browser, { openid: people.worker.openid, page: 'pages/matters/index' })
    await worker.button('接单').click()
    await worker.button('办结').waitFor()
    await worker.go(`features/appeal/detail/index?id=${id}`)
    await worker.button('更多').click()
    await worker.button('上报').click()
    await worker.radio('报给镇里').click()
    await worker.page.locator('textarea').locator('visible=true').fill('线路老化,村里修不了')
    await worker.picture('7-escalate')
    await worker.button('上报').click()
    await worker.sees('“线路老化,村里修不了”')
    expect(worker.complaints).toEqual([])
    await worker.close()
  })

  it('lets the town finish it with words and a picture', async () => {
    const officer = await openPhone(browser, { openid: people.officer.openid, page: 'pages/matters/index' })
    await officer.button('接单').click()
    await officer.button('办结').click()
    const chooser = officer.page.waitForEvent('filechooser')
    await officer.button('拍照').click()
    const jpeg = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#88aa66' } })
      .jpeg()
      .toBuffer()
    await (await chooser).setFiles({ name: 'done.jpg', mimeType: 'image/jpeg', buffer: jpeg })
    await officer.page.getByLabel(/^已传好的照片/).waitFor()
    await officer.page.locator('textarea').locator('visible=true').fill('已换新灯和线路,晚上亮了。')
    await officer.button('办结,告诉大家').click()
    await officer.page.waitForFunction(() => !location.hash.includes('handle'))
    expect((await call(people.officer.openid, 'appeal.info', { id })).status).toBe('finished')
    await officer.close()
  })

  it('brings the result back into the group, where its card opens the case', async () => {
    await runJobs()
    await runJobs()
    const cards = (await messagesOf(GRID)).filter(({ path }) => path.includes(id))
    expect(cards.some(({ title, body }) => `${title}${body}`.includes('路灯'))).toBe(true)
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'zh-CN' })
    await page.goto(URL)
    const phone = page.frameLocator('iframe')
    await phone.getByText('第3网格').first().waitFor({ timeout: 20_000 })
    await page.locator('.card', { hasText: '已换新灯和线路' }).last().click()
    await phone
      .getByText(/请(您|反映人)评价/)
      .first()
      .waitFor({ timeout: 20_000 })
    await page.screenshot({ path: `${process.env.E2E_SCREENSHOTS}/9-district.png` })
    await page.close()
  })

  it('lets the resident say whether it is solved and whether they are satisfied', async () => {
    await resident.go(`features/appeal/detail/index?id=${id}`)
    await resident.button('去评价').click()
    await resident.radio('解决了').click()
    await resident.button('下一题').click()
    await resident.radio('非常满意').click()
    await resident.picture('4-rate')
    await resident.button('下一题').click()
    await resident.page.locator('textarea').locator('visible=true').fill('修得快,谢谢')
    await resident.button('交上去').click()
    await resident.sees('已完成')
    expect(await call(people.resident.openid, 'appeal.info', { id })).toMatchObject({
      status: 'closed',
      rating: { outcome: 'solved', satisfaction: 'very_satisfied', words: '修得快,谢谢' },
    })
    expect(resident.complaints).toEqual([])
    await resident.close()
  })

  it('shows neighbours the result, but neither name nor number nor who said what', async () => {
    const neighbour = await openPhone(browser, { openid: people.neighbour.openid, page: 'pages/feed/index' })
    await neighbour.sees(/已换新灯和线路/)
    const seen = await neighbour.page.locator('body').innerText()
    expect(seen).not.toContain(people.resident.name)
    expect(seen).not.toMatch(/1\d{10}/)
    await neighbour.close()
  })

  it('takes up again what was not solved, at the level above', async () => {
    const { openid } = people.resident
    const again = await call(openid, 'appeal.submit', {
      text: '门口的井盖又松了',
      urgency: 'soon',
      areaCode: GRID,
    })
    await call(people.worker.openid, 'appeal.accept', { id: again.id })
    await call(people.worker.openid, 'appeal.finish', {
      id: again.id,
      words: '拧紧了',
      withoutPicture: '没有能拍的东西',
    })
    const phone = await openPhone(browser, { openid, page: `features/appeal/rate/index?id=${again.id}` })
    await phone.radio('没解决').click()
    await phone.button('下一题').click()
    await phone.radio('不满意').click()
    await phone.button('下一题').click()
    await phone.button('交上去').click()
    await phone.page.waitForFunction(() => !location.hash.includes('rate'))
    expect(await call(openid, 'appeal.info', { id: again.id })).toMatchObject({
      status: 'reopened',
      level: 'village',
    })
    await phone.close()
  })

  it('says so when the time is over', async () => {
    const { openid } = people.resident
    const late = await call(openid, 'appeal.submit', {
      text: '楼道的灯一直不亮',
      urgency: 'today',
      areaCode: GRID,
    })
    await advance('P2D')
    const phone = await openPhone(browser, { openid, page: `features/appeal/detail/index?id=${late.id}` })
    await phone.sees(/超时|已过/)
    await phone.close()
  })
})
