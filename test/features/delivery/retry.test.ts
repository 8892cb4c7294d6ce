import { randomUUID } from 'node:crypto'
import { MAX_ATTEMPTS } from '~/cloudfunctions/core/outbox'
import { broadcast } from '~/cloudfunctions/features/broadcast/queries'
import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout } from '../../support/records'

describe('delivery.retry', () => {
  let district: District
  let grid: string
  let officer: Person
  const inAnHour = () => new Date(district.clock.now().getTime() + 3_600_000)

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid('otherTown')
    officer = await district.staff('town_officer', grid.slice(0, 9))
  })
  afterAll(() => district.close())

  /** A message for the grid that failed so often and waits for an hour. */
  async function failed(attempts: number): Promise<string> {
    const key = `test:${randomUUID()}`
    const words = { title: '停水通知', body: '', label: '通知', tone: 'neutral', path: '/' } as const
    const message = { ...words, key, pictureId: null, lane: 'ordinary', sourceCode: grid } as const
    const at = { db: district.db, now: district.clock.now(), newId: randomUUID }
    await broadcast(at, message, [grid])
    await district.db
      .updateTable('broadcastGrid')
      .set({ attempts, runAt: inAnHour() })
      .where('areaCode', '=', grid)
      .execute()
    return key
  }
  async function dead(): Promise<string> {
    const id = randomUUID()
    const none = { leaseUntil: null, lastError: 'Error', attempts: MAX_ATTEMPTS }
    const at = {
      runAt: district.clock.now(),
      createdAt: district.clock.now(),
      settledAt: district.clock.now(),
    }
    await district.db
      .insertInto('outbox')
      .values({
        ...none,
        ...at,
        id,
        event: 'civility.reminded',
        key: id,
        payload: JSON.stringify({ id }),
        state: 'dead',
      })
      .execute()
    return id
  }
  const told = () =>
    district.db.selectFrom('feedItem').select('eventKey').where('areaCode', '=', grid).execute()

  it('tells at once what had failed too often, and says how much it was', async () => {
    const eventKey = await failed(MAX_ATTEMPTS)
    await district.runJobs()
    expect(await told()).toEqual([])
    const areaCode = grid.slice(0, 9)
    expect(await officer.call('delivery.retry', { areaCode })).toEqual({ grids: 1, events: 0 })
    await district.runJobs()
    expect(await told()).toEqual([{ eventKey }])
    expect(await auditsAbout(district.db, areaCode)).toContain('delivery.retried')
    // Asked again, nothing is left and nothing is told twice.
    expect(await officer.call('delivery.retry', { areaCode })).toEqual({ grids: 0, events: 0 })
  })

  it('leaves alone what only failed a few times: it has its turn soon', async () => {
    await failed(MAX_ATTEMPTS - 1)
    expect(await officer.call('delivery.retry', { areaCode: grid })).toEqual({ grids: 0, events: 0 })
  })

  it('revives given-up events for the whole district only', async () => {
    const id = await dead()
    expect(await officer.call('delivery.retry', { areaCode: grid.slice(0, 9) })).toMatchObject({ events: 0 })
    const whole = await district.staff('district_officer', grid.slice(0, 6))
    const { events } = await whole.call('delivery.retry', { areaCode: grid.slice(0, 6) })
    expect(events).toBeGreaterThanOrEqual(1)
    await district.runJobs()
    expect(
      await district.db.selectFrom('outbox').select(['state', 'attempts']).where('id', '=', id).execute(),
    ).toEqual([{ state: 'sent', attempts: 1 }])
  })

  it('is for whoever looks after the place', async () => {
    expect(await officer.refused('delivery.retry', { areaCode: '99' })).toMatchObject({ code: 'INVALID' })
    const elsewhere = await district.staff('town_officer', '990001001')
    expect(await elsewhere.refused('delivery.retry', { areaCode: grid })).toMatchObject({ code: 'NOT_FOUND' })
    const worker = await district.staff('grid_worker', grid)
    expect(await worker.refused('delivery.retry', { areaCode: grid })).toMatchObject({ code: 'FORBIDDEN' })
  })
})
