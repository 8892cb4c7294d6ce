import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout, NO_ID } from '../../support/records'

describe('assignment.end', () => {
  let district: District
  let grid: string
  let village: Person
  let worker: Person
  let id: string
  const reason = '换届'

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    village = await district.staff('village_secretary', grid.slice(0, 12))
    worker = await district.resident(grid, { name: '韩测试' })
    const input = { userId: worker.userId, role: 'grid_worker', areaCode: grid } as const
    id = (await village.call('assignment.give', input)).id
  })
  afterAll(() => district.close())

  it('takes the role back; its holder is powerless at the very next call', async () => {
    const resident = await district.resident(grid)
    const made = await resident.call('appeal.submit', { text: '路灯坏了', urgency: 'soon', private: true })
    await worker.call('appeal.accept', { id: made.id })
    const ended = await village.call('assignment.end', { id, reason })
    expect(ended).toMatchObject({ id, to: expect.any(String) as string, can: [] })
    expect(
      await worker.refused('appeal.finish', { id: made.id, words: '好了', withoutPicture: '没有能拍的东西' }),
    ).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await worker.refused('appeal.info', { id: made.id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await worker.call('me.enter', {})).toMatchObject({ assignments: [], can: [] })
    expect((await auditsAbout(district.db, worker.userId)).at(-1)).toBe('assignment.ended')
  })

  it('keeps who ended it and why', async () => {
    await village.call('assignment.end', { id, reason })
    const row = await district.db
      .selectFrom('assignment')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ endedBy: village.userId, endReason: reason })
  })

  it('may be repeated; the first end and its reason stay', async () => {
    const first = await village.call('assignment.end', { id, reason })
    district.clock.advance(1000)
    expect(await village.call('assignment.end', { id, reason: '别的原因' })).toEqual(first)
    const row = await district.db
      .selectFrom('assignment')
      .select('endReason')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.endReason).toBe(reason)
  })

  it('gives equal answers for one key', async () => {
    const key = 'ended-and-not-heard'
    const first = await village.call('assignment.end', { id, reason }, { key })
    expect(await village.call('assignment.end', { id, reason }, { key })).toEqual(first)
  })

  it('ends a role that has not begun where it would have begun', async () => {
    const next = await district.resident(grid, { name: '杨测试' })
    const from = new Date(district.clock.now().getTime() + 86_400_000).toISOString()
    const input = { userId: next.userId, role: 'grid_worker', areaCode: grid, from } as const
    const given = await village.call('assignment.give', input)
    expect(await village.call('assignment.end', { id: given.id, reason })).toMatchObject({ from, to: from })
    district.clock.advance(2 * 86_400_000)
    expect(await next.refused('appeal.list', { list: 'workbench' })).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('lets the role be given again later, as a new one', async () => {
    await village.call('assignment.end', { id, reason })
    district.clock.advance(1000)
    const input = { userId: worker.userId, role: 'grid_worker', areaCode: grid } as const
    expect((await village.call('assignment.give', input)).id).not.toBe(id)
  })

  it('is for the level above: neither the holder nor a colleague nor a resident ends it', async () => {
    const colleague = await district.staff('grid_worker', grid)
    const resident = await district.resident(grid)
    for (const other of [worker, colleague, resident]) {
      expect(await other.refused('assignment.end', { id, reason })).toMatchObject({ code: 'FORBIDDEN' })
    }
    const officer = await district.staff('district_officer', grid.slice(0, 6))
    expect(await officer.refused('assignment.end', { id, reason })).toMatchObject({
      code: 'FORBIDDEN',
      message: '这个职务要由上一级来定',
    })
  })

  it('does not exist outside the area', async () => {
    const elsewhere = district.newGrid('otherVillage').slice(0, 12)
    const other = await district.staff('village_secretary', elsewhere)
    expect(await other.refused('assignment.end', { id, reason })).toMatchObject({
      code: 'NOT_FOUND',
      message: '没有找到这个职务,可能已经撤下了',
    })
    expect(await village.refused('assignment.end', { id: NO_ID, reason })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('needs a reason', async () => {
    expect(await village.refused('assignment.end', { id: '', reason: ' ' })).toMatchObject({
      code: 'INVALID',
      fields: { id: '编号不对,请返回重试', reason: '请填写原因' },
    })
  })
})
