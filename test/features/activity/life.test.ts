import { openDistrict, type District, type Person } from '../../support/district'
import {
  firstShift,
  formOf,
  HOUR_MS,
  moveShift,
  noticesOf,
  publish,
  shiftIn,
  signUp,
  statusOf,
} from './support'

describe('the life of an activity', () => {
  let district: District
  let worker: Person
  let resident: Person
  let grid: string
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
    resident = await district.resident(grid)
    await district.group(grid, worker)
  })
  afterAll(() => district.close())
  const feed = async (person = resident) =>
    (await person.call('feed.list', { areaCode: grid })).items.map(({ label, title, body }) => ({
      label,
      title,
      body,
    }))

  it('is told to the grid with the places that are left, which stay right', async () => {
    const activity = await publish(district, worker)
    await district.runJobs()
    expect(await feed()).toMatchObject([{ label: '志愿招募', title: '雪后清扫村主路' }])
    expect((await feed())[0]?.body).toMatch(/村委会门口 · 还差2人$/)
    await signUp(resident, activity)
    await signUp(worker, activity)
    await district.runJobs()
    expect((await feed())[0]?.body).toMatch(/人满了,可以候补$/)
    const { items } = await worker.call('delivery.mine', {})
    expect(items.map(({ body }) => body).join()).toContain('人满了')
  })

  it('of a village is told to each of its grids', async () => {
    // Elsewhere, so that the other tests of this village see nothing of it.
    const [one, two] = [district.newGrid('otherTown'), district.newGrid('otherTown')]
    const secretary = await district.staff('village_secretary', one.slice(0, 12))
    await publish(district, secretary)
    await district.runJobs()
    for (const code of [one, two]) {
      const { items } = await (await district.resident(code)).call('feed.list', {})
      expect(items.map(({ label }) => label)).toContain('志愿招募')
    }
    expect(await feed()).toEqual([])
  })

  it('may begin as a proposal that the worker publishes, and the resident is told', async () => {
    const { id } = await resident.call('activity.create', formOf(district))
    expect((await resident.refused('activity.approve', { id, approved: true })).code).toBe('FORBIDDEN')
    const approved = await worker.call('activity.approve', { id, approved: true })
    expect(await worker.call('activity.approve', { id, approved: true })).toEqual(approved)
    await district.runJobs()
    expect(await noticesOf(resident)).toEqual(['已发布'])
    expect(await feed()).toHaveLength(1)
  })

  it('may be declined with a reason', async () => {
    const { id } = await resident.call('activity.create', formOf(district))
    expect((await worker.refused('activity.approve', { id, approved: false })).fields).toHaveProperty('words')
    await worker.call('activity.approve', { id, approved: false, words: '那天村里要用广场' })
    expect((await resident.call('activity.info', { id })).reason).toBe('那天村里要用广场')
    await district.runJobs()
    expect(await noticesOf(resident)).toEqual(['没有采用'])
    expect(await feed()).toEqual([])
  })

  it('nobody decides on what they proposed themselves', async () => {
    const member = await district.staff('grid_worker', grid)
    const { id } = await resident.call('activity.create', formOf(district))
    await district.db
      .updateTable('activity')
      .set({ organiserId: member.userId })
      .where('id', '=', id)
      .execute()
    expect((await member.refused('activity.approve', { id, approved: true })).code).toBe('FORBIDDEN')
  })

  it('can be said anew while it is a proposal, and no longer', async () => {
    const { id } = await resident.call('activity.create', formOf(district))
    const shifts = [shiftIn(district, 30), shiftIn(district, 40)]
    const changed = await resident.call('activity.update', {
      ...formOf(district, { shifts, title: '扫雪' }),
      id,
    })
    expect(changed).toMatchObject({ title: '扫雪', status: 'proposed' })
    expect(changed.shifts).toHaveLength(2)
    await worker.call('activity.approve', { id, approved: true })
    const late = { ...formOf(district), id }
    expect((await resident.refused('activity.update', late)).reason).toBe('wrong_status')
  })

  it('can be called off: everybody is told and free for something else', async () => {
    const activity = await publish(district, worker, { shifts: [shiftIn(district, 24, { capacity: 1 })] })
    const going = await signUp(resident, activity)
    const second = await district.resident(grid)
    const waiting = await signUp(second, activity)
    const input = { id: activity.id, reason: '下大雪' }
    expect((await resident.refused('activity.callOff', input)).code).toBe('FORBIDDEN')
    await worker.call('activity.callOff', input)
    await worker.call('activity.callOff', input)
    await district.runJobs()
    expect([await statusOf(district, going.id), await statusOf(district, waiting.id)]).toEqual([
      'cancelled',
      'cancelled',
    ])
    expect(await noticesOf(resident)).toEqual(['活动取消'])
    expect(await noticesOf(second)).toEqual(['活动取消'])
    expect((await feed()).map(({ label }) => label)).toContain('活动取消')
    expect((await signUp(resident, await publish(district, worker))).status).toBe('going')
  })

  it('reminds everybody an hour before, once', async () => {
    const activity = await publish(district, worker)
    await signUp(resident, activity)
    await moveShift(district, firstShift(activity).id, 0.9)
    await district.runJobs()
    await district.runJobs()
    expect(await noticesOf(resident)).toEqual(['别忘了'])
  })

  it('reminds everybody the evening before, from six o’clock in Shanghai', async () => {
    const noon = new Date(
      `${new Date(district.clock.now().getTime() + 24 * HOUR_MS).toISOString().slice(0, 10)}T04:00:00Z`,
    )
    district.clock.advance(noon.getTime() - district.clock.now().getTime())
    const activity = await publish(district, worker, { shifts: [shiftIn(district, 21)] })
    await signUp(resident, activity)
    district.clock.advance(5.5 * HOUR_MS)
    await district.runJobs()
    expect(await noticesOf(resident)).toEqual([])
    district.clock.advance(0.6 * HOUR_MS)
    await district.runJobs()
    await district.runJobs()
    expect(await noticesOf(resident)).toEqual(['别忘了'])
    const { items } = await resident.call('notice.list', {})
    expect(items[0]?.body).toBe('明天 09:00,村委会门口,带一把铁锹')
  })

  it('ends with a report to the neighbours, with thanks and what came together', async () => {
    const activity = await publish(district, worker)
    const { id } = await signUp(resident, activity)
    const shiftId = firstShift(activity).id
    const input = { id: activity.id, words: '路扫干净了' }
    expect((await worker.refused('activity.report', input)).reason).toBe('not_yet')
    await moveShift(district, shiftId, -3)
    await worker.call('activity.checkIn', { id, proof: { by: 'list' } })
    await worker.call('activity.confirmHours', { shiftId, signups: [{ id }] })
    const reported = await worker.call('activity.report', input)
    expect(reported).toMatchObject({
      status: 'reported',
      report: { words: '路扫干净了', people: 1, minutes: 120 },
    })
    expect(await worker.call('activity.report', input)).toEqual(reported)
    await district.runJobs()
    expect((await feed()).find(({ label }) => label === '谢谢大家')?.body).toBe(
      '谢谢1位邻居,一共出力2小时。路扫干净了',
    )
  })

  it('stands in the lists of its people: the next first, today where somebody is needed', async () => {
    const later = await publish(district, worker, { shifts: [shiftIn(district, 60)] })
    const soon = await publish(district, worker, { shifts: [shiftIn(district, 30), shiftIn(district, 90)] })
    await moveShift(district, firstShift(soon).id, -0.5)
    const listed = async (person: Person, list: 'open' | 'today' | 'manage') =>
      (await person.call('activity.list', { list })).items.map(({ id }) => id)
    expect(await listed(resident, 'open')).toEqual([soon.id, later.id])
    // Of two shifts, only the one of today is spoken of.
    const { items } = await resident.call('activity.list', { list: 'today' })
    expect(items).toMatchObject([{ id: soon.id, left: 2, capacity: 2, shiftCount: 1 }])
    expect(await listed(resident, 'manage')).toEqual([])
    expect(await listed(worker, 'manage')).toEqual([soon.id, later.id])
    await signUp(resident, soon)
    await signUp(worker, soon)
    expect(await listed(resident, 'today')).toEqual([])
    const first = await resident.call('activity.list', { list: 'open', limit: 1 })
    expect(first.items[0]).toMatchObject({ id: soon.id, mine: true, left: 2, capacity: 4 })
    const rest = await resident.call('activity.list', {
      list: 'open',
      limit: 1,
      cursor: first.nextCursor ?? '',
    })
    expect(rest.items.map(({ id }) => id)).toEqual([later.id])
    const elsewhere = await district.resident(district.newGrid('otherVillage'))
    expect(await listed(elsewhere, 'open')).toEqual([])
  })

  it('goes on to its next shift when one is over', async () => {
    const shifts = [shiftIn(district, 24), shiftIn(district, 48)]
    const activity = await publish(district, worker, { shifts })
    await moveShift(district, firstShift(activity).id, -3)
    await district.runJobs()
    const { items } = await resident.call('activity.list', { list: 'open' })
    expect(items).toMatchObject([{ id: activity.id, startsAt: shifts[1]?.startsAt, shiftCount: 1 }])
  })
})
