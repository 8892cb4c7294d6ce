import { shanghaiDay } from '~/cloudfunctions/core/clock'
import { endAfter, nextTime, turnOf } from '~/cloudfunctions/features/announcement/series'
import type { SeriesInput } from '~/types/announcement'
import {
  feedOf,
  inDays,
  noticesOf,
  openDistrict,
  openPlace,
  publish,
  write,
  type District,
  type Place,
} from './support'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const shanghai = (text: string) => new Date(`${text}:00+08:00`)
const weekly = (days: number[], until = '2026-12-31'): SeriesInput => ({
  every: 'week',
  days,
  at: '08:00',
  until,
})
const monthly = (days: number[], until = '2027-12-31'): SeriesInput => ({
  every: 'month',
  days,
  at: '08:00',
  until,
})

describe('the next time of a series', () => {
  it.each<[string, SeriesInput, string, string | undefined]>([
    ['the next of the days of the week', weekly([1, 4]), '2026-11-23T09:00', '2026-11-26T08:00'],
    ['over the end of the week', weekly([1, 4]), '2026-11-26T07:00', '2026-11-30T08:00'],
    ['Sunday is the seventh', weekly([7]), '2026-11-23T09:00', '2026-11-29T08:00'],
    ['never on the day on which it was sent', weekly([1]), '2026-11-23T07:00', '2026-11-30T08:00'],
    ['by the days of Shanghai', weekly([2]), '2026-11-24T00:30', '2026-12-01T08:00'],
    ['on its last day, too', weekly([1], '2026-11-30'), '2026-11-23T09:00', '2026-11-30T08:00'],
    ['not after its last day', weekly([1], '2026-11-29'), '2026-11-23T09:00', undefined],
    ['on a day of the month', monthly([5, 20]), '2026-11-23T09:00', '2026-12-05T08:00'],
    ['on the last day of a short month', monthly([31]), '2026-11-23T09:00', '2026-11-30T08:00'],
    ['once where two days are the last', monthly([30, 31]), '2027-02-28T09:00', '2027-03-30T08:00'],
    ['in February, too', monthly([30]), '2027-02-01T09:00', '2027-02-28T08:00'],
  ])('%s', (_what, rule, after, expected) => {
    expect(nextTime(rule, shanghai(after))).toEqual(expected && shanghai(expected))
  })

  it('that is made is the last of those that are due', () => {
    const rule = weekly([1, 2, 3, 4, 5, 6, 7])
    const due = shanghai('2026-11-23T08:00')
    expect(turnOf(rule, due, shanghai('2026-11-23T14:00'))).toEqual({
      at: due,
      next: shanghai('2026-11-24T08:00'),
    })
    expect(turnOf(rule, due, shanghai('2026-11-26T07:59'))).toEqual({
      at: shanghai('2026-11-25T08:00'),
      next: shanghai('2026-11-26T08:00'),
    })
  })

  it('stays as many days as the first', () => {
    const first = {
      createdAt: shanghai('2026-11-23T22:00'),
      expiresAt: new Date('2026-11-26T23:59:59+08:00'),
    }
    expect(endAfter(first, shanghai('2026-12-07T08:00'))).toEqual(new Date('2026-12-10T23:59:59+08:00'))
  })
})

describe('an announcement that comes again', () => {
  let district: District
  let at: Place
  /** On every day of the week, at eight, for some weeks. */
  const daily = (days = 20): SeriesInput => ({
    ...{ every: 'week', days: [1, 2, 3, 4, 5, 6, 7], at: '08:00' },
    until: shanghaiDay(new Date(inDays(district, days))),
  })
  /** To so many hours after the next eight o'clock. */
  const passEight = (hours: number) => {
    const now = district.clock.now()
    const today = new Date(`${shanghaiDay(now)}T08:00:00+08:00`)
    const eight = today > now ? today : new Date(today.getTime() + DAY_MS)
    district.clock.advance(eight.getTime() + hours * HOUR_MS - now.getTime())
  }
  const seriesOf = (id: string) =>
    district.db
      .selectFrom('announcement')
      .select(['id', 'status', 'repeatAt', 'createdBy'])
      .where('repeatOf', '=', id)
      .orderBy('repeatAt')
      .execute()

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    at = await openPlace(district)
  })
  afterEach(async () => {
    // None of the next tests' timers is to make more of it.
    await district.db.updateTable('announcementSeries').set({ nextAt: null }).execute()
  })
  afterAll(() => district.close())

  it('is told once for each time, as an announcement of its own with the same words', async () => {
    const first = await publish(district, at.worker, at.grid, { series: daily() })
    expect(first.series).toMatchObject({ every: 'week', at: '08:00', stopped: false })
    await district.runJobs()
    expect(await feedOf(district, at.grid)).toHaveLength(1)
    passEight(0.1)
    await district.runJobs()
    await district.runJobs()
    const [second, ...more] = await seriesOf(first.id)
    expect(more).toEqual([])
    expect(second).toMatchObject({ status: 'published', createdBy: at.worker.userId })
    expect(await feedOf(district, at.grid)).toMatchObject([{ title: first.title }, { title: first.title }])
    const seen = await at.neighbour.call('announcement.info', { id: second?.id ?? '' })
    expect(seen).toMatchObject({ words: first.words, answer: 'received', can: ['announcement.answer'] })
    expect(seen).not.toHaveProperty('series')
    await at.neighbour.call('announcement.answer', { id: seen.id })
    expect(await at.neighbour.call('announcement.info', { id: first.id })).not.toHaveProperty('mine')
    passEight(0.1)
    await district.runJobs()
    expect(await seriesOf(first.id)).toHaveLength(2)
  })

  it('is told once, late, when the timer was dead for six hours', async () => {
    const { id } = await publish(district, at.worker, at.grid, { series: daily() })
    passEight(6)
    await Promise.all([district.runJobs(), district.runJobs()])
    await district.runJobs()
    const made = await seriesOf(id)
    expect(made).toHaveLength(1)
    expect(made[0]?.repeatAt?.getTime()).toBeCloseTo(district.clock.now().getTime() - 6 * HOUR_MS, -5)
    expect(await feedOf(district, at.grid)).toHaveLength(2)
  })

  it('is told once after days without a timer, and goes on in its rhythm', async () => {
    const { id } = await publish(district, at.worker, at.grid, { series: daily() })
    passEight(3 * 24 + 1)
    await district.runJobs()
    expect(await seriesOf(id)).toHaveLength(1)
    passEight(0.1)
    await district.runJobs()
    expect(await seriesOf(id)).toHaveLength(2)
  })

  it('is made once for a time, whoever makes it', async () => {
    const { id } = await publish(district, at.worker, at.grid, { series: daily() })
    passEight(0.1)
    await district.runJobs()
    const [made] = await seriesOf(id)
    await district.db
      .updateTable('announcementSeries')
      .set({ nextAt: made?.repeatAt ?? null })
      .where('announcementId', '=', id)
      .execute()
    await district.runJobs()
    expect(await seriesOf(id)).toHaveLength(1)
  })

  it('ends with its last day', async () => {
    const { id } = await publish(district, at.worker, at.grid, { series: daily(1) })
    passEight(0.1)
    await district.runJobs()
    expect((await at.worker.call('announcement.info', { id })).series).toEqual({
      ...daily(0),
      stopped: false,
    })
    passEight(24)
    await district.runJobs()
    expect(await seriesOf(id)).toHaveLength(1)
  })

  it('begins with its first: nothing comes of one that was never sent', async () => {
    const { id } = await write(district, at.worker, at.grid, {
      series: daily(),
      expiresAt: inDays(district, 10),
    })
    passEight(0.1)
    await district.runJobs()
    expect(await seriesOf(id)).toEqual([])
    const startsAt = new Date(district.clock.now().getTime() + HOUR_MS).toISOString()
    const { series } = await at.worker.call('announcement.publish', { id, at: startsAt })
    expect(shanghaiDay(new Date(series?.nextAt ?? 0)) > shanghaiDay(new Date(startsAt))).toBe(true)
  })

  it('tells workers one by one each time', async () => {
    await publish(district, at.secretary, at.village, { series: daily(), audience: 'workers' })
    await district.runJobs()
    passEight(0.1)
    await district.runJobs()
    expect((await noticesOf(at.worker)).filter(({ title }) => title === '明天停水')).toHaveLength(2)
  })

  it('comes no more when one of it is withdrawn, since its words are the same', async () => {
    const { id } = await publish(district, at.worker, at.grid, { series: daily() })
    passEight(0.1)
    await district.runJobs()
    const [second] = await seriesOf(id)
    await at.worker.call('announcement.withdraw', { id: second?.id ?? '', reason: '说错了' })
    passEight(0.1)
    await district.runJobs()
    expect(await seriesOf(id)).toHaveLength(1)
    expect((await at.worker.call('announcement.info', { id })).series).toMatchObject({ stopped: true })
  })

  it('says at the field what is wrong', async () => {
    const refused = async (series: object, more: object = {}) =>
      (
        await at.worker.refused('announcement.create', {
          ...{
            areaCode: at.grid,
            audience: 'everyone',
            urgency: 'ordinary',
            title: '倒垃圾',
            words: '晚上八点前放到路边。',
          },
          ...{ answer: 'read', expiresAt: inDays(district, 1), series, ...more },
        })
      ).fields
    const good = daily()
    expect(await refused({ ...good, days: [] })).toEqual({ 'series.days': '请选哪几天' })
    expect(await refused({ ...good, days: [8] })).toEqual({ 'series.days': '请选星期几' })
    expect(await refused({ ...good, at: '24:00' })).toEqual({ 'series.at': '请选几点发' })
    expect(await refused({ ...good, until: '2026-02-30' })).toEqual({ 'series.until': '请选到哪天为止' })
    expect(await refused({ ...good, until: shanghaiDay(district.clock.now()) })).toEqual({
      'series.until': '到这一天为止,一次也轮不到,请往后选',
    })
    expect(await refused({ ...good, until: shanghaiDay(new Date(inDays(district, 400))) })).toEqual({
      'series.until': '最长定一年,到时候再接着定',
    })
    expect(await refused(good, { urgency: 'emergency' })).toEqual({ series: '紧急通知只发一次,不能定期发' })
  })
})
