import { randomUUID } from 'node:crypto'
import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout } from '../../support/records'

describe('group.bind', () => {
  let district: District
  let grid: string
  let neighbouring: string
  let worker: Person
  let village: Person
  let opengid: string

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    neighbouring = district.newGrid()
    worker = await district.staff('grid_worker', grid)
    village = await district.staff('village_secretary', grid.slice(0, 12))
    opengid = `group-${randomUUID()}`
  })
  afterAll(() => district.close())

  const gridOf = async () =>
    (
      await district.db
        .selectFrom('gridGroup')
        .select(['areaCode', 'boundBy'])
        .where('opengid', '=', opengid)
        .execute()
    ).map((row) => row.areaCode)

  it('binds the group that the program was opened from', async () => {
    const view = await worker.call('group.bind', { areaCode: grid }, { opengid })
    expect(view.group).toEqual({ area: expect.objectContaining({ code: grid }) as object, can: [] })
    expect(await gridOf()).toEqual([grid])
    expect(await auditsAbout(district.db, opengid)).toEqual(['group.bound'])
  })

  it('may be repeated', async () => {
    await worker.call('group.bind', { areaCode: grid }, { opengid })
    const again = await worker.call('group.bind', { areaCode: grid }, { opengid })
    expect(again.group?.area?.code).toBe(grid)
    expect(await gridOf()).toEqual([grid])
  })

  it('gives equal answers for one key', async () => {
    const key = 'bound-and-not-heard'
    const first = await worker.call('group.bind', { areaCode: grid }, { opengid, key })
    expect(await worker.call('group.bind', { areaCode: grid }, { opengid, key })).toEqual(first)
  })

  it('lets a grid have several groups, but a group one grid at most', async () => {
    await worker.call('group.bind', { areaCode: grid }, { opengid })
    await worker.call('group.bind', { areaCode: grid }, { opengid: `group-${randomUUID()}` })
    const reason = '建群时选错了网格'
    await village.call('group.bind', { areaCode: neighbouring, reason }, { opengid })
    expect(await gridOf()).toEqual([neighbouring])
  })

  it('needs a reason when it is done anew, which stands in the trail', async () => {
    await worker.call('group.bind', { areaCode: grid }, { opengid })
    expect(await village.refused('group.bind', { areaCode: neighbouring }, { opengid })).toMatchObject({
      code: 'INVALID',
      fields: { reason: '这个群已经绑定过网格,改绑请写一句原因' },
    })
    const reason = '建群时选错了网格'
    await village.call('group.bind', { areaCode: neighbouring, reason }, { opengid })
    const rows = await district.db
      .selectFrom('auditLog')
      .select(['userId', 'areaCode', 'reason'])
      .where('target', '=', opengid)
      .where('userId', '=', village.userId)
      .execute()
    expect(rows).toEqual([{ userId: village.userId, areaCode: neighbouring, reason }])
  })

  it('cannot take the group of a grid that the worker has no say over', async () => {
    const neighbour = await district.staff('grid_worker', neighbouring)
    await neighbour.call('group.bind', { areaCode: neighbouring }, { opengid })
    const input = { areaCode: grid, reason: '要用这个群' }
    expect(await worker.refused('group.bind', input, { opengid })).toMatchObject({
      code: 'CONFLICT',
      reason: 'bound_elsewhere',
      message: '这个群已经绑定了别的网格。要改绑,请联系村里或镇里',
    })
    expect(await gridOf()).toEqual([neighbouring])
  })

  it('is for the worker of the grid: others do not find it, residents are refused', async () => {
    expect(await worker.refused('group.bind', { areaCode: neighbouring }, { opengid })).toMatchObject({
      code: 'NOT_FOUND',
    })
    const resident = await district.resident(grid)
    expect(await resident.refused('group.bind', { areaCode: grid }, { opengid })).toMatchObject({
      code: 'FORBIDDEN',
    })
    const missing = `${grid.slice(0, 12)}000`
    expect(await village.refused('group.bind', { areaCode: missing }, { opengid })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await gridOf()).toEqual([])
  })

  it('needs the group itself: no client can name one', async () => {
    expect(await worker.refused('group.bind', { areaCode: grid })).toMatchObject({
      code: 'CONFLICT',
      reason: 'no_group',
      message: '请在网格的微信群里点开小程序,再来绑定这个群',
    })
    expect(await worker.refused('group.bind', { areaCode: grid, opengid })).toMatchObject({
      code: 'INVALID',
      fields: { opengid: '没有这一项' },
    })
  })

  it('says at the field what is wrong with the input', async () => {
    const input = { areaCode: '990001', reason: '长'.repeat(201) }
    expect(await worker.refused('group.bind', input, { opengid })).toMatchObject({
      code: 'INVALID',
      fields: { areaCode: '请选到具体的网格', reason: '原因最多200个字,请短一些' },
    })
  })
})
