import { openDistrict, type District, type Person } from '../../support/district'

describe('assignment.list', () => {
  let district: District
  let grid: string
  let town: Person
  let worker: Person

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    town = await district.staff('town_officer', grid.slice(0, 9))
    worker = await district.staff('grid_worker', grid)
  })
  afterAll(() => district.close())

  it('shows who holds which role in an area, and what the caller may do about it', async () => {
    const { items } = await town.call('assignment.list', { areaCode: grid })
    expect(items).toMatchObject([
      { userId: worker.userId, role: 'grid_worker', area: { code: grid }, can: ['assignment.end'] },
    ])
  })

  it('says which roles the caller may give, and where', async () => {
    const { canGive } = await town.call('assignment.list', { areaCode: grid })
    const areaCode = grid.slice(0, 9)
    expect(canGive).toEqual([
      { role: 'grid_worker', areaCode },
      { role: 'village_secretary', areaCode },
      { role: 'family_doctor', areaCode },
      { role: 'mediator', areaCode },
    ])
  })

  it('names the departments of the area where a role belongs to one', async () => {
    const officer = await district.staff('district_officer', grid.slice(0, 6))
    await district.staff('department_officer', grid.slice(0, 6), { departmentCode: 'power' })
    const { canGive } = await officer.call('assignment.list', { areaCode: grid })
    const given = canGive.find(({ role }) => role === 'department_officer')
    expect(given?.departments).toContainEqual({ code: 'power', name: '供电所' })
  })

  it('leaves out roles that are over, and shows those to come', async () => {
    await district.staff('grid_worker', grid, { to: new Date(district.clock.now().getTime() - 1000) })
    const next = await district.resident(grid)
    const from = new Date(district.clock.now().getTime() + 86_400_000).toISOString()
    await town.call('assignment.give', { userId: next.userId, role: 'grid_worker', areaCode: grid, from })
    const { items } = await town.call('assignment.list', { areaCode: grid })
    expect(items.map((item) => item.userId).sort()).toEqual([worker.userId, next.userId].sort())
  })

  it('goes through all roles page by page, and through one kind of role', async () => {
    await district.staff('grid_worker', grid)
    await district.staff('grid_worker', grid)
    const one = await town.call('assignment.list', { areaCode: grid, limit: 2 })
    const two = await town.call('assignment.list', { areaCode: grid, limit: 2, cursor: one.nextCursor })
    expect(new Set([...one.items, ...two.items].map((item) => item.id)).size).toBe(3)
    expect(two.nextCursor).toBeUndefined()
    expect((await town.call('assignment.list', { areaCode: grid, role: 'mediator' })).items).toEqual([])
  })

  it('is refused to residents and workers, and does not exist outside the area', async () => {
    const resident = await district.resident(grid)
    for (const other of [resident, worker]) {
      expect(await other.refused('assignment.list', {})).toMatchObject({ code: 'FORBIDDEN' })
    }
    const elsewhere = district.newGrid('otherTown')
    expect(await town.refused('assignment.list', { areaCode: elsewhere })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await town.refused('assignment.list', { areaCode: grid.slice(0, 6) })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('says at the field what is wrong with the input', async () => {
    expect(await town.refused('assignment.list', { role: 'king', areaCode: 'x', cursor: '?' })).toMatchObject(
      {
        code: 'INVALID',
        fields: { role: '请选择职务', areaCode: '没有这个地方,请重新选' },
      },
    )
  })
})
