import { eventsAbout } from '../../support/records'
import {
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

describe('announcement.remind', () => {
  let district: District
  let at: Place
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    at = await openPlace(district)
  })
  afterAll(() => district.close())

  it('tells those who have not answered and nobody else, however often it is tapped within the hour', async () => {
    const [answered, opened] = [await district.resident(at.grid), await district.resident(at.grid)]
    const { id } = await publish(district, at.worker, at.grid)
    await answered.call('announcement.answer', { id })
    await opened.call('announcement.info', { id })
    await at.worker.call('announcement.remind', { id })
    await at.worker.call('announcement.remind', { id })
    await district.runJobs()
    for (const person of [at.neighbour, opened]) {
      expect(await noticesOf(person)).toMatchObject([{ label: '提醒一下', title: '明天停水' }])
    }
    expect(await noticesOf(answered)).toEqual([])
    const events = await eventsAbout(district.db, id)
    expect(events.filter((event) => event === 'announcement.reminded')).toHaveLength(1)
  })

  it('leaves alone who has opened one that is only to be read', async () => {
    const { id } = await publish(district, at.worker, at.grid, { answer: 'read' })
    await at.neighbour.call('announcement.info', { id })
    await at.worker.call('announcement.remind', { id })
    await district.runJobs()
    expect(await noticesOf(at.neighbour)).toEqual([])
  })

  it('is possible three times', async () => {
    const { id } = await publish(district, at.worker, at.grid, { expiresAt: inDays(district, 9) })
    for (let n = 0; n < 3; n += 1) {
      await at.worker.call('announcement.remind', { id })
      district.clock.advance(HOUR_MS + 1)
    }
    expect(await at.worker.refused('announcement.remind', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'reminded_enough',
    })
    await district.runJobs()
    expect(await noticesOf(at.neighbour)).toHaveLength(3)
  })

  it('is for who sends in the place, and for one that is out', async () => {
    const { id } = await write(district, at.worker, at.grid)
    expect(await at.worker.refused('announcement.remind', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
    expect(await at.neighbour.refused('announcement.remind', { id })).toMatchObject({ code: 'FORBIDDEN' })
    const elsewhere = await district.staff('grid_worker', at.other)
    expect(await elsewhere.refused('announcement.remind', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await at.worker.refused('announcement.remind', {})).toMatchObject({ code: 'INVALID' })
  })
})
