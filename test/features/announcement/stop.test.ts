import { shanghaiDay } from '~/cloudfunctions/core/clock'
import type { SeriesInput } from '~/types/announcement'
import { auditsAbout, NO_ID } from '../../support/records'
import { inDays, openDistrict, openPlace, publish, type District, type Place } from './support'

const DAY_MS = 86_400_000

describe('announcement.stop', () => {
  let district: District
  let at: Place
  const daily = (): SeriesInput => ({
    ...{ every: 'week', days: [1, 2, 3, 4, 5, 6, 7], at: '08:00' },
    until: shanghaiDay(new Date(inDays(district, 20))),
  })
  const repeatsOf = (id: string) =>
    district.db.selectFrom('announcement').select('id').where('repeatOf', '=', id).execute()
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    at = await openPlace(district)
  })
  afterAll(() => district.close())

  it('ends a series from any of it, however often it is asked; what was sent stays', async () => {
    const first = await publish(district, at.worker, at.grid, { series: daily() })
    expect(first.can).toContain('announcement.stop')
    district.clock.advance(DAY_MS)
    await district.runJobs()
    const [second] = await repeatsOf(first.id)
    const stopped = await at.worker.call('announcement.stop', { id: second?.id ?? '' })
    expect(stopped).toMatchObject({ status: 'published', series: { stopped: true } })
    expect(stopped.series).not.toHaveProperty('nextAt')
    expect(stopped.can).not.toContain('announcement.stop')
    expect(await at.worker.call('announcement.stop', { id: second?.id ?? '' })).toEqual(stopped)
    district.clock.advance(3 * DAY_MS)
    await district.runJobs()
    expect(await repeatsOf(first.id)).toHaveLength(1)
    expect(await auditsAbout(district.db, first.id)).toContain('announcement.stopped')
  })

  it('before its first is sent leaves one that is sent once', async () => {
    const { id } = await at.worker.call('announcement.create', {
      ...{ areaCode: at.grid, audience: 'everyone', urgency: 'ordinary', answer: 'read', series: daily() },
      ...{ title: '倒垃圾', words: '晚上八点前放到路边。', expiresAt: inDays(district, 1) },
    })
    await at.worker.call('announcement.stop', { id })
    await at.worker.call('announcement.publish', { id })
    district.clock.advance(2 * DAY_MS)
    await district.runJobs()
    expect(await repeatsOf(id)).toEqual([])
  })

  it('has nothing to stop in one that is sent once', async () => {
    const { id } = await publish(district, at.worker, at.grid)
    expect(await at.worker.refused('announcement.stop', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'not_repeated',
    })
  })

  it('is for whoever sends in the place', async () => {
    const { id } = await publish(district, at.secretary, at.village, { series: daily() })
    expect(await at.worker.refused('announcement.stop', { id })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await at.neighbour.refused('announcement.stop', { id })).toMatchObject({ code: 'FORBIDDEN' })
    const elsewhere = await district.staff('grid_worker', district.newGrid())
    expect(await elsewhere.refused('announcement.stop', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await at.worker.refused('announcement.stop', { id: NO_ID })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await at.worker.refused('announcement.stop', { id: 'x' })).toMatchObject({ code: 'INVALID' })
  })
})
