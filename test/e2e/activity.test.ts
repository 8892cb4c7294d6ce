import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { openBrowser } from './support/browser'
import { call, peopleOf, runJobs } from './support/district'
import { openPhone, type Phone } from './support/phone'

const GRID = '110117111207003'
const HOUR_MS = 3_600_000

describe('volunteering, from the call to the hours', () => {
  let browser: Browser
  let people: Awaited<ReturnType<typeof peopleOf>>
  let resident: Phone
  let id = ''
  let shiftId = ''

  beforeAll(async () => {
    browser = await openBrowser()
    people = await peopleOf(GRID)
    // By the clock of the host.
    const { now } = await call(people.worker.openid, 'me.enter', {})
    const inHours = (hours: number) => new Date(Date.parse(now) + hours * HOUR_MS).toISOString()
    const made = await call(people.worker.openid, 'activity.create', {
      areaCode: GRID,
      kind: 'snow',
      title: '雪后清扫村主路',
      words: '路上滑,大家一起扫一扫,老人出门也放心。',
      place: '村委会门口',
      bring: '带一把铁锹,村里备手套和热水',
      contact: '李师傅',
      phone: '19900002222',
      shifts: [
        { startsAt: inHours(0.5), endsAt: inHours(1.5), capacity: 20 },
        { startsAt: inHours(30), endsAt: inHours(31), capacity: 3 },
      ],
    })
    id = made.id
    shiftId = made.shifts[0]?.id ?? ''
    await runJobs()
  })
  afterAll(() => browser.close())

  it('is found from home and signed up for in two taps', async () => {
    const { openid, opengid = '' } = people.resident
    resident = await openPhone(browser, { openid, opengid })
    await resident.sees('今天身边需要人')
    await resident.picture('activity-home')
    await resident.button('做志愿').click()
    await resident.sees('可以报的')
    await resident.picture('activity-list')
    await resident.button('雪后清扫村主路').click()
    await resident.sees('选一个时段')
    await resident.picture('11-activity')
    await resident.button('报名').click()
    await resident.button('签到').waitFor()
    await resident.picture('11-activity-signed')
    expect(resident.complaints).toEqual([])
  })

  it('goes into the calendar of the phone', async () => {
    const download = resident.page.waitForEvent('download')
    await resident.button('加到日历').click()
    const file = await download
    expect(file.suggestedFilename()).toBe('雪后清扫村主路.ics')
    const text = readFileSync(await file.path(), 'utf8')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text).toContain('SUMMARY:雪后清扫村主路\r\nLOCATION:村委会门口\r\n')
    expect(text).toMatch(/DTSTART:\d{8}T\d{6}Z\r\nDTEND:\d{8}T\d{6}Z/)
  })

  it('is checked in by the code on the organiser’s phone', async () => {
    const worker = await openPhone(browser, {
      openid: people.worker.openid,
      page: `features/activity/roster/index?shiftId=${shiftId}`,
    })
    await worker.sees('请邻居扫码签到')
    await worker.picture('activity-roster')
    await resident.button('签到').click()
    await resident.sees('或者输入8位签到码')
    await resident.picture('activity-check')
    const { code } = await call(people.worker.openid, 'activity.code', { shiftId })
    await resident.field('签到码').fill(code)
    await resident.button('签到').click()
    await resident.sees('已签到')
    await worker.sees('到了 1 人,报名 1 人')
    expect(worker.complaints).toEqual([])
    await worker.close()
  })

  it.each([
    [320, true],
    [375, false],
  ])('stands on a phone of %d px (large type: %s)', async (width, large) => {
    const pages: [string, string, string][] = [
      [people.resident.openid, 'list', 'features/activity/list/index'],
      [people.resident.openid, 'detail', `features/activity/detail/index?id=${id}`],
      [people.resident.openid, 'mine', 'features/activity/mine/index'],
      [people.resident.openid, 'record', 'features/activity/record/index'],
      [people.resident.openid, 'form', 'features/activity/form/index'],
      [people.worker.openid, 'roster', `features/activity/roster/index?shiftId=${shiftId}`],
    ]
    for (const [openid, name, page] of pages) {
      const phone = await openPhone(browser, { openid, page, width, large })
      await phone.picture(`activity-${name}-${width}`)
      const wide = await phone.overflow()
      expect([name, wide]).toEqual([name, 0])
      expect([name, phone.complaints]).toEqual([name, []])
      await phone.close()
    }
  })
})
