import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import type { PersonView } from '~/local/host/views'
import { call, person } from './support/district'
import { openPhone } from './support/phone'

const GRID = '110117111207005'

describe('which grid', () => {
  let browser: Browser
  let gridWorker: PersonView
  const opengid = `new-group-${randomUUID()}`
  const newcomer = `newcomer-${randomUUID()}`

  beforeAll(async () => {
    browser = await openBrowser()
    gridWorker = await person('grid_worker', GRID)
  })
  afterAll(() => browser.close())

  it('a group belongs to, says its grid worker by opening the program from it', async () => {
    const worker = await openPhone(browser, { openid: gridWorker.openid, opengid })
    await worker.sees('这个群还没有绑定网格')
    await worker.button('绑定这个群').click()
    await worker.button('绑定到第5网格').click()
    await worker.page.waitForFunction(() => !location.hash.includes('bind'))
    expect(worker.complaints).toEqual([])
    await worker.close()
  })

  it('a newcomer who opens from the bound group belongs to, without being asked', async () => {
    const phone = await openPhone(browser, { openid: newcomer, opengid })
    await phone.sees('第5网格')
    expect(await call(newcomer, 'me.enter', {})).toMatchObject({
      membership: { area: { code: GRID }, assurance: 'group' },
      name: '',
      consented: false,
    })
    await phone.close()
  })

  it('asks a newcomer for name and consent only when they first speak', async () => {
    const phone = await openPhone(browser, { openid: newcomer, opengid, page: 'features/appeal/form/index' })
    await phone.field('遇到了什么事').fill('路口的镜子歪了')
    await phone.field('怎么称呼您').fill('老赵')
    await phone.button('交给网格员').click()
    await phone.picture('me-consent')
    await phone.button(/^同意/).click()
    await phone.sees('您提交了诉求')
    await phone.close()
  })

  it('somebody who comes by another way picks it by name', async () => {
    const openid = `walker-${randomUUID()}`
    const phone = await openPhone(browser, { openid })
    await phone.button('选我的网格').click()
    await phone.field('村名或网格名').fill('西柏店3')
    await phone.button(/第3网格/).click()
    await phone.button('是的,我住这里').click()
    await phone.sees('网格动态')
    expect(await call(openid, 'me.enter', {})).toMatchObject({
      membership: { area: { code: '110117111207003' }, assurance: 'self' },
    })
    await phone.close()
  })
})
