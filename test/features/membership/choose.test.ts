import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout } from '../../support/records'

describe('membership.choose', () => {
  let district: District
  let grid: string
  let other: string

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(() => {
    grid = district.newGrid()
    other = district.newGrid('otherTown')
  })
  afterAll(() => district.close())

  const historyOf = (person: Person) =>
    district.db
      .selectFrom('membership')
      .select(['areaCode', 'assurance', 'until'])
      .where('userId', '=', person.userId)
      .orderBy('since')
      .execute()

  it('takes a newcomer at their word', async () => {
    const newcomer = district.stranger()
    const view = await newcomer.call('membership.choose', { areaCode: grid })
    expect(view).toMatchObject({
      membership: { area: { code: grid }, assurance: 'self' },
      grid: { code: grid },
    })
    expect(await auditsAbout(district.db, view.userId)).toEqual(['membership.chosen'])
  })

  it('counts as proven when it is made from a group of that very grid', async () => {
    const worker = await district.staff('grid_worker', grid)
    const opengid = await district.group(grid, worker)
    const resident = await district.resident(other, { assurance: 'group' })
    const view = await resident.call('membership.choose', { areaCode: grid }, { opengid })
    expect(view.membership).toMatchObject({ area: { code: grid }, assurance: 'group' })
    const elsewhere = await resident.call('membership.choose', { areaCode: other }, { opengid })
    expect(elsewhere.membership).toMatchObject({ area: { code: other }, assurance: 'self' })
  })

  it('keeps the history, with one home at a time', async () => {
    const resident = await district.resident(grid, { assurance: 'self' })
    await resident.call('membership.choose', { areaCode: other })
    expect(await historyOf(resident)).toEqual([
      { areaCode: grid, assurance: 'self', until: expect.any(Date) as Date },
      { areaCode: other, assurance: 'self', until: null },
    ])
  })

  it('changes nothing when the home is chosen again, and loses no proof by it', async () => {
    const resident = await district.resident(grid, { assurance: 'group' })
    const view = await resident.call('membership.choose', { areaCode: grid })
    expect(view.membership).toMatchObject({ assurance: 'group' })
    expect(await historyOf(resident)).toHaveLength(1)
  })

  it('cannot change what a worker has confirmed', async () => {
    const resident = await district.resident(grid, { assurance: 'worker' })
    expect(await resident.refused('membership.choose', { areaCode: other })).toMatchObject({
      code: 'CONFLICT',
      reason: 'confirmed_by_worker',
    })
    expect(await resident.call('membership.choose', { areaCode: grid })).toMatchObject({
      membership: { assurance: 'worker' },
    })
  })

  it('does not take a worker’s confirmation away when the home is chosen again from its group', async () => {
    const worker = await district.staff('grid_worker', grid)
    const opengid = await district.group(grid, worker)
    const resident = await district.resident(grid, { assurance: 'worker' })
    const view = await resident.call('membership.choose', { areaCode: grid }, { opengid })
    expect(view.membership).toMatchObject({ assurance: 'worker' })
  })

  it('gives equal answers for one key', async () => {
    const resident = await district.resident(grid, { assurance: 'self' })
    const key = 'choose-only-once'
    const first = await resident.call('membership.choose', { areaCode: other }, { key })
    expect(await resident.call('membership.choose', { areaCode: other }, { key })).toEqual(first)
    expect(await historyOf(resident)).toHaveLength(2)
  })

  it('needs a grid that is there', async () => {
    const newcomer = district.stranger()
    expect(await newcomer.refused('membership.choose', { areaCode: grid.slice(0, 12) })).toMatchObject({
      code: 'INVALID',
      fields: { areaCode: '请选到具体的网格' },
    })
    expect(await newcomer.refused('membership.choose', {})).toMatchObject({
      code: 'INVALID',
      fields: { areaCode: '请选择网格' },
    })
    expect(await newcomer.refused('membership.choose', { areaCode: '999999999999999' })).toMatchObject({
      code: 'NOT_FOUND',
      message: '没有找到这个网格,可能已经撤下了',
    })
  })
})
