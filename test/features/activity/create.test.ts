import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout, eventsAbout } from '../../support/records'
import { firstShift, formOf, HOUR_MS, publish, shiftIn } from './support'

describe('an activity is made', () => {
  let district: District
  let worker: Person
  let resident: Person
  let grid: string
  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
    resident = await district.resident(grid)
  })
  afterAll(() => district.close())

  it('and published at once by the worker of the grid, with its places and its number to call', async () => {
    const made = await publish(district, worker)
    expect(made).toMatchObject({
      status: 'published',
      title: '雪后清扫村主路',
      phone: '19900002222',
      going: 0,
    })
    expect(made.shifts).toHaveLength(1)
    expect(firstShift(made)).toMatchObject({ capacity: 2, left: 2, waiting: 0, mine: [] })
    expect(await eventsAbout(district.db, made.id)).toEqual(['activity.decided'])
    expect(await auditsAbout(district.db, made.id)).toEqual(['activity.created'])
  })

  it('as a draft that nobody else sees', async () => {
    const made = await publish(district, worker, { draft: true })
    expect(made).toMatchObject({
      status: 'draft',
      can: expect.arrayContaining(['activity.approve']) as unknown,
    })
    expect((await resident.refused('activity.info', { id: made.id })).code).toBe('NOT_FOUND')
    expect(await eventsAbout(district.db, made.id)).toEqual([])
  })

  it('as a proposal by a resident, which neighbours do not see', async () => {
    const made = await resident.call('activity.create', formOf(district))
    expect(made).toMatchObject({ status: 'proposed', can: ['activity.update', 'activity.callOff'] })
    const neighbour = await district.resident(grid)
    expect((await neighbour.refused('activity.info', { id: made.id })).code).toBe('NOT_FOUND')
    expect((await worker.call('activity.info', { id: made.id })).can).toContain('activity.approve')
  })

  it('by a resident five times at most while they wait for an answer', async () => {
    const eager = await district.resident(grid)
    for (let n = 0; n < 5; n += 1) {
      await eager.call('activity.create', formOf(district))
    }
    expect((await eager.refused('activity.create', formOf(district))).code).toBe('LIMIT_REACHED')
  })

  it('for no place outside the own village or area', async () => {
    const other = district.newGrid('otherVillage')
    const refused = await resident.refused('activity.create', formOf(district, { areaCode: other }))
    expect(refused.code).toBe('NOT_FOUND')
    expect(
      (await worker.refused('activity.create', formOf(district, { areaCode: grid.slice(0, 12) }))).code,
    ).toBe('NOT_FOUND')
  })

  it.each<[string, object, string]>([
    ['no shift', { shifts: undefined }, 'shifts'],
    ['a shift that is over', { shifts: 'past' }, 'shifts'],
    ['a shift that ends before it begins', { shifts: 'backwards' }, 'shifts'],
    ['a shift of thirteen hours', { shifts: 'long' }, 'shifts'],
    ['the same shift twice', { shifts: 'twice' }, 'shifts'],
    ['no title', { title: ' ' }, 'title'],
    ['a risk without insurance', { risky: true }, 'insurance'],
    ['a risk for children', { risky: true, insurance: '街道投保', minAge: 12 }, 'minAge'],
    ['ages the wrong way round', { minAge: 60, maxAge: 30 }, 'maxAge'],
    ['half a point', { latitude: 40 }, 'latitude'],
    ['no number', { phone: '123' }, 'phone'],
    ['somebody else’s picture', { pictureId: '00000000-0000-7000-8000-000000000000' }, 'pictureIds'],
  ])('not with %s, which is said at the field', async (_name, change, field) => {
    const named: Record<string, object[]> = {
      past: [shiftIn(district, -1)],
      backwards: [shiftIn(district, 2, { long: -1 })],
      long: [shiftIn(district, 2, { long: 13 })],
      twice: [shiftIn(district, 2), shiftIn(district, 2)].map((one, _at, [first]) => first ?? one),
    }
    const { shifts } = change as { shifts?: string }
    const wrong = { ...change, ...(shifts !== undefined && { shifts: named[shifts] }) }
    const refused = await worker.refused('activity.create', { ...formOf(district), areaCode: grid, ...wrong })
    expect(refused.code).toBe('INVALID')
    expect(Object.keys(refused.fields ?? {})).toEqual([field])
  })

  it('once, however often the same form arrives', async () => {
    const form = formOf(district, { areaCode: grid })
    const first = await worker.call('activity.create', form, { key: 'create-once-1' })
    expect((await worker.call('activity.create', form, { key: 'create-once-1' })).id).toBe(first.id)
  })

  it('with many shifts from one rule, on their weekdays and in Shanghai’s time', async () => {
    const day = (n: number) =>
      new Date(district.clock.now().getTime() + n * 24 * HOUR_MS).toISOString().slice(0, 10)
    const repeat = {
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      from: '22:00',
      to: '02:00',
      firstDay: day(2),
      lastDay: day(8),
      capacity: 3,
    }
    const made = await publish(district, worker, { kind: 'gate', repeat })
    expect(made.shifts).toHaveLength(7)
    const [first] = made.shifts
    expect(first?.startsAt).toBe(`${day(2)}T14:00:00.000Z`)
    expect(first?.endsAt).toBe(`${day(2)}T18:00:00.000Z`)
  })
})
