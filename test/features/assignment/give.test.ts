import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout, NO_ID } from '../../support/records'

describe('assignment.give', () => {
  let district: District
  let grid: string
  let village: Person
  let person: Person
  const role = 'grid_worker' as const

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    village = await district.staff('village_secretary', grid.slice(0, 12))
    person = await district.resident(grid, { name: '沈测试' })
  })
  afterAll(() => district.close())

  const inDays = (days: number) => new Date(district.clock.now().getTime() + days * 86_400_000).toISOString()

  it('gives a role that is in force at the very next call', async () => {
    expect(await person.refused('appeal.list', { list: 'workbench' })).toMatchObject({ code: 'FORBIDDEN' })
    const given = await village.call('assignment.give', { userId: person.userId, role, areaCode: grid })
    expect(given).toMatchObject({
      userId: person.userId,
      userName: '沈测试',
      role,
      area: { code: grid },
      can: ['assignment.end'],
    })
    await person.call('appeal.list', { list: 'workbench' })
    expect(await auditsAbout(district.db, person.userId)).toEqual(['assignment.given'])
  })

  it('gives a role for a time: not before it begins and not after it ends', async () => {
    const input = { userId: person.userId, role, areaCode: grid, from: inDays(1), to: inDays(3) }
    expect(await village.call('assignment.give', input)).toMatchObject({ from: input.from, to: input.to })
    expect(await person.refused('appeal.list', { list: 'workbench' })).toMatchObject({ code: 'FORBIDDEN' })
    district.clock.advance(1.5 * 86_400_000)
    await person.call('appeal.list', { list: 'workbench' })
    district.clock.advance(1.5 * 86_400_000)
    expect(await person.refused('appeal.list', { list: 'workbench' })).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('gives the same role once, however often and by whomever it is asked for', async () => {
    const input = { userId: person.userId, role, areaCode: grid }
    const town = await district.staff('town_officer', grid.slice(0, 9))
    const [first, ...others] = await Promise.all([
      village.call('assignment.give', input),
      village.call('assignment.give', input),
      town.call('assignment.give', input),
    ])
    expect(others.map((other) => other.id)).toEqual([first.id, first.id])
  })

  it('gives equal answers for one key', async () => {
    const input = { userId: person.userId, role, areaCode: grid }
    const key = 'given-and-not-heard'
    const first = await village.call('assignment.give', input, { key })
    expect(await village.call('assignment.give', input, { key })).toEqual(first)
  })

  it.each([
    ['grid_worker', 'village_secretary', 15, 12],
    ['grid_worker', 'town_officer', 15, 9],
    ['village_secretary', 'town_officer', 12, 9],
    ['village_secretary', 'district_officer', 12, 6],
    ['family_doctor', 'town_officer', 12, 9],
    ['mediator', 'town_officer', 12, 9],
    ['town_officer', 'district_officer', 9, 6],
    ['district_officer', 'system_administrator', 6, 6],
  ] as const)('lets %s be given by %s', async (given, by, length, scope) => {
    const giver = await district.staff(by, grid.slice(0, scope))
    const input = { userId: person.userId, role: given, areaCode: grid.slice(0, length) }
    expect(await giver.call('assignment.give', input)).toMatchObject({ role: given })
  })

  it('is for the level above: nobody gives their own role, a higher one, or one at the wrong place', async () => {
    const { userId } = person
    const forbidden = { code: 'FORBIDDEN', message: '这个职务要由上一级来定' }
    for (const [wrong, length] of [
      ['village_secretary', 12],
      ['mediator', 12],
      ['grid_worker', 12],
      ['village_secretary', 15],
    ] as const) {
      const input = { userId, role: wrong, areaCode: grid.slice(0, length) }
      expect(await village.refused('assignment.give', input)).toMatchObject(forbidden)
    }
    const self = { userId: village.userId, role, areaCode: grid }
    expect(await village.refused('assignment.give', self)).toMatchObject(forbidden)
  })

  it('is refused to residents and workers, and does not exist outside the area', async () => {
    const input = { userId: person.userId, role, areaCode: grid }
    const worker = await district.staff('grid_worker', grid)
    for (const other of [person, worker]) {
      expect(await other.refused('assignment.give', input)).toMatchObject({ code: 'FORBIDDEN' })
    }
    const elsewhere = { ...input, areaCode: district.newGrid('otherVillage') }
    expect(await village.refused('assignment.give', elsewhere)).toMatchObject({ code: 'NOT_FOUND' })
    const missing = { ...input, areaCode: `${grid.slice(0, 12)}000` }
    expect(await village.refused('assignment.give', missing)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await village.refused('assignment.give', { ...input, userId: NO_ID })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('needs a name, so that residents know who looks after them', async () => {
    const nameless = await district.resident(grid, { name: '' })
    const input = { userId: nameless.userId, role, areaCode: grid }
    expect(await village.refused('assignment.give', input)).toMatchObject({
      code: 'INVALID',
      fields: { userId: '这位同志还没有填姓名,请他先在“我的”里填好' },
    })
  })

  it('is not for somebody who has left', async () => {
    await person.call('me.remove', { confirm: true })
    const input = { userId: person.userId, role, areaCode: grid }
    expect(await village.refused('assignment.give', input)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('needs a department exactly where the role belongs to one', async () => {
    const officer = await district.staff('district_officer', grid.slice(0, 6))
    await district.staff('department_officer', grid.slice(0, 6), { departmentCode: 'water' })
    const input = { userId: person.userId, role: 'department_officer', areaCode: grid.slice(0, 6) } as const
    expect(await officer.refused('assignment.give', input)).toMatchObject({
      code: 'INVALID',
      fields: { departmentCode: '请选择部门' },
    })
    expect(await officer.refused('assignment.give', { ...input, departmentCode: 'magic' })).toMatchObject({
      code: 'INVALID',
      fields: { departmentCode: '没有这个部门' },
    })
    const given = await officer.call('assignment.give', { ...input, departmentCode: 'water' })
    expect(given).toMatchObject({ departmentName: '水务站' })
  })

  it('says at the field what is wrong with the input', async () => {
    const input = { userId: person.userId, role, areaCode: grid }
    expect(await village.refused('assignment.give', { userId: '1', role: 'king' })).toMatchObject({
      code: 'INVALID',
      fields: { userId: '编号不对,请返回重试', role: '请选择职务', areaCode: '请选择地方' },
    })
    expect(await village.refused('assignment.give', { ...input, from: 'today' })).toMatchObject({
      code: 'INVALID',
      fields: { from: '时间不对' },
    })
    const late = { code: 'INVALID', fields: { to: '结束时间要晚于开始时间' } }
    expect(await village.refused('assignment.give', { ...input, to: inDays(-1) })).toMatchObject(late)
    expect(
      await village.refused('assignment.give', { ...input, from: inDays(2), to: inDays(1) }),
    ).toMatchObject(late)
  })
})
