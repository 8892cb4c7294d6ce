import type { ActivityView } from '~/types/activity'
import { openDistrict, type District, type Person } from '../../support/district'
import { eventsAbout } from '../../support/records'
import { firstShift, HOUR_MS, moveShift, noticesOf, publish, shiftIn, signUp, statusOf } from './support'

describe('a place that becomes free', () => {
  let district: District
  let worker: Person
  let grid: string
  let activity: ActivityView
  let first: Person
  let second: Person
  let third: Person
  let ids: string[]
  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
  })
  beforeEach(async () => {
    activity = await publish(district, worker, { shifts: [shiftIn(district, 24, { capacity: 1 })] })
    first = await district.resident(grid)
    second = await district.resident(grid)
    third = await district.resident(grid)
    ids = []
    for (const person of [first, second, third]) {
      ids.push((await signUp(person, activity)).id)
    }
  })
  afterAll(() => district.close())
  const statuses = () => Promise.all(ids.map((id) => statusOf(district, id)))
  const [going, waits, last] = [0, 1, 2]
  const id = (n: number) => ids[n] ?? ''

  it('goes to the first who waits, who is told once and has a time to say yes', async () => {
    await first.call('activity.cancel', { id: id(going) })
    expect(await statuses()).toEqual(['cancelled', 'offered', 'waiting'])
    expect(await eventsAbout(district.db, id(waits))).toEqual(['signup.offered'])
    await district.runJobs()
    await district.runJobs()
    expect(await noticesOf(second)).toEqual(['有位置了'])
    expect(await noticesOf(third)).toEqual([])
    const { signups } = await second.call('activity.mine', {})
    expect(signups[0]?.can).toEqual(['activity.confirmPlace', 'activity.cancel'])
    const until = Date.parse(signups[0]?.offeredUntil ?? '') - district.clock.now().getTime()
    expect(until / HOUR_MS).toBeCloseTo(2, 1)
  })

  it('is taken by saying yes', async () => {
    await first.call('activity.cancel', { id: id(going) })
    const yes = { id: id(waits), accept: true }
    expect((await second.call('activity.confirmPlace', yes)).status).toBe('going')
    expect((await second.call('activity.confirmPlace', yes)).status).toBe('going')
    const shift = firstShift(await third.call('activity.info', { id: activity.id }))
    expect(shift).toMatchObject({ left: 0, waiting: 1 })
    expect(shift.mine[0]).toMatchObject({ status: 'waiting', inLine: 1 })
  })

  it('goes on to the next by saying no', async () => {
    await first.call('activity.cancel', { id: id(going) })
    await second.call('activity.confirmPlace', { id: id(waits), accept: false })
    expect(await statuses()).toEqual(['cancelled', 'cancelled', 'offered'])
  })

  it('goes on to the next when the time to say yes is over, and each is told once', async () => {
    await first.call('activity.cancel', { id: id(going) })
    district.clock.advance(2 * HOUR_MS + 1000)
    expect((await second.refused('activity.confirmPlace', { id: id(waits), accept: true })).reason).toBe(
      'offer_over',
    )
    await Promise.all([district.runJobs(), district.runJobs()])
    expect(await statuses()).toEqual(['cancelled', 'lapsed', 'offered'])
    expect((await second.refused('activity.confirmPlace', { id: id(waits), accept: true })).reason).toBe(
      'offer_over',
    )
    await district.runJobs()
    expect(await noticesOf(second)).toEqual(['有位置了', '没有排上'])
    expect(await noticesOf(third)).toEqual(['有位置了'])
  })

  it('is not said yes to across another shift of the same person', async () => {
    await signUp(second, await publish(district, worker, { shifts: [shiftIn(district, 25)] }))
    await first.call('activity.cancel', { id: id(going) })
    expect((await second.refused('activity.confirmPlace', { id: id(waits), accept: true })).reason).toBe(
      'overlap',
    )
  })

  it('is free for anybody when nobody waits', async () => {
    for (const [n, person] of [third, second, first].entries()) {
      await person.call('activity.cancel', { id: id(2 - n) })
    }
    const shift = firstShift(await first.call('activity.info', { id: activity.id }))
    expect(shift).toMatchObject({ left: 1, waiting: 0 })
  })

  it('is not there for who waits: leaving the list changes no place', async () => {
    await second.call('activity.cancel', { id: id(waits) })
    await second.call('activity.cancel', { id: id(waits) })
    expect(await statuses()).toEqual(['going', 'cancelled', 'waiting'])
    expect(firstShift(await third.call('activity.info', { id: activity.id })).mine[0]?.inLine).toBe(1)
  })

  it('cannot be given back in the last two hours; who waits may leave at any time', async () => {
    await moveShift(district, firstShift(activity).id, 1.5)
    expect((await first.refused('activity.cancel', { id: id(going) })).reason).toBe('too_late_to_cancel')
    expect((await second.call('activity.cancel', { id: id(waits) })).status).toBe('cancelled')
  })

  it('is nobody’s once the shift has begun: who still waits is told', async () => {
    await moveShift(district, firstShift(activity).id, -0.1)
    await district.runJobs()
    expect(await statuses()).toEqual(['going', 'lapsed', 'lapsed'])
    expect(await noticesOf(third)).toEqual(['没有排上'])
  })

  it('comes after the others for who cancelled and signs up again', async () => {
    await first.call('activity.cancel', { id: id(going) })
    expect(await signUp(first, activity)).toMatchObject({ id: id(going), status: 'waiting', inLine: 2 })
    expect(await statuses()).toEqual(['waiting', 'offered', 'waiting'])
  })

  it('is not others’ to give: not a neighbour’s, and not the organiser’s', async () => {
    expect((await second.refused('activity.cancel', { id: id(going) })).code).toBe('NOT_FOUND')
    expect((await worker.refused('activity.cancel', { id: id(going) })).code).toBe('FORBIDDEN')
    expect((await third.refused('activity.confirmPlace', { id: id(last), accept: true })).reason).toBe(
      'wrong_status',
    )
  })
})
