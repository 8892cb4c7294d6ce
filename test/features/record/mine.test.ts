import { openDistrict, type District, type Person } from '../../support/district'
import { firstShift, moveShift, publish, shiftIn, signUp } from '../activity/support'

describe('the record of service', () => {
  let district: District
  let worker: Person
  let resident: Person
  let grid: string
  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
    resident = await district.resident(grid, { name: '赵测试' })
  })
  afterAll(() => district.close())

  /** Serves from so many hours ago for an hour. */
  async function serve(hoursAgo: number, title: string) {
    const shifts = [shiftIn(district, 24, { long: 1 })]
    const activity = await publish(district, worker, { title, shifts })
    const { id } = await signUp(resident, activity)
    const shiftId = firstShift(activity).id
    await moveShift(district, shiftId, -hoursAgo)
    await worker.call('activity.checkIn', { id, proof: { by: 'list' } })
    await worker.call('activity.confirmHours', { shiftId, signups: [{ id }] })
    return id
  }

  it('is empty before anything was counted', async () => {
    expect(await resident.call('record.mine', {})).toEqual({
      record: { name: '赵测试', minutes: 0, activities: 0, stars: 0, toNext: 6000 },
      items: [],
    })
    expect((await resident.call('record.export', {})).text.split('\r\n')).toHaveLength(1)
  })

  it('adds up what was counted, newest first, with corrections as lines of their own', async () => {
    const first = await serve(60, '扫雪')
    await serve(30, '=1+1')
    await worker.call('record.correct', { signupId: first, minutes: 45, reason: '提前走了' })
    const { record, items } = await resident.call('record.mine', {})
    expect(record).toMatchObject({ minutes: 105, activities: 2, stars: 0, toNext: 5895 })
    expect(items.map(({ title, kind, minutes }) => [title, kind, minutes])).toEqual([
      ['扫雪', 'correction', -15],
      ['=1+1', 'served', 60],
      ['扫雪', 'served', 60],
    ])
    const page = await resident.call('record.mine', { limit: 2 })
    expect(page.items).toHaveLength(2)
    const rest = await resident.call('record.mine', { limit: 2, cursor: page.nextCursor ?? '' })
    expect(rest.items.map(({ title }) => title)).toEqual(['扫雪'])
  })

  it('is exported whole, as a plain file that no table program takes for formulas', async () => {
    const { fileName, text } = await resident.call('record.export', {})
    expect(fileName).toMatch(/^志愿服务平台记录-\d{4}-\d{2}-\d{2}\.csv$/)
    const lines = text.split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toBe('"编号","姓名","服务日期","活动","地点","时长(分钟)","类别","说明","记录时间"')
    expect(text).toContain('"\'=1+1"')
    expect(text).toContain('"-15","更正","提前走了"')
  })

  it('gives stars by the hours that the district has set', async () => {
    const { db, clock } = district
    const signup = await db
      .selectFrom('signup')
      .selectAll()
      .where('userId', '=', resident.userId)
      .orderBy('signedAt', 'desc')
      .executeTakeFirstOrThrow()
    const { volunteerId, activityId, id: signupId } = signup
    // Three hundred hours in other years.
    const rows = Array.from({ length: 50 }, (_none, n) => ({
      id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
      signupId,
      activityId,
      volunteerId,
      kind: 'served' as const,
      day: new Date(Date.UTC(2020, 0, n + 1)).toISOString().slice(0, 10),
      minutes: 360,
      enteredBy: worker.userId,
      at: clock.now(),
    }))
    await db.insertInto('serviceEntry').values(rows).execute()
    expect((await resident.call('record.mine', {})).record).toMatchObject({ stars: 2 })
  })

  it('is of nobody else', async () => {
    const neighbour = await district.resident(grid)
    expect((await neighbour.call('record.mine', {})).items).toEqual([])
    expect((await neighbour.call('record.export', {})).text).not.toContain('扫雪')
  })
})
