import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout, NO_ID } from '../../support/records'

describe('members of a grid', () => {
  let district: District
  let grid: string
  let sameVillage: string
  let elsewhere: string
  let worker: Person
  let otherWorker: Person
  let resident: Person

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    sameVillage = district.newGrid()
    elsewhere = district.newGrid('otherVillage')
    worker = await district.staff('grid_worker', grid)
    otherWorker = await district.staff('grid_worker', sameVillage)
    resident = await district.resident(grid, { name: '卫测试', phone: '19900001234' })
  })
  afterAll(() => district.close())

  describe('membership.list', () => {
    it('shows the worker the names in full and the numbers masked', async () => {
      const { items } = await worker.call('membership.list', { areaCode: grid })
      expect(items).toMatchObject([
        {
          userId: resident.userId,
          name: '卫测试',
          phone: '199****1234',
          assurance: 'group',
          can: ['membership.confirm', 'membership.move', 'membership.candidates', 'membership.link'],
        },
      ])
    })

    it('finds members by part of their name', async () => {
      await district.resident(grid, { name: '蒋测试' })
      const names = async (words: string) =>
        (await worker.call('membership.list', { areaCode: grid, words })).items.map((item) => item.name)
      expect(await names('蒋')).toEqual(['蒋测试'])
      expect(await names('%')).toEqual([])
    })

    it('goes through all members page by page', async () => {
      await district.resident(grid)
      await district.resident(grid)
      const one = await worker.call('membership.list', { areaCode: grid, limit: 2 })
      const two = await worker.call('membership.list', { areaCode: grid, limit: 2, cursor: one.nextCursor })
      const ids = [...one.items, ...two.items].map((item) => item.userId)
      expect(new Set(ids).size).toBe(3)
      expect(two.nextCursor).toBeUndefined()
    })

    it('lets the town look on, which appoints people, without managing them', async () => {
      const town = await district.staff('town_officer', grid.slice(0, 9))
      const { items } = await town.call('membership.list', { areaCode: grid })
      expect(items).toMatchObject([{ name: '卫测试', can: [] }])
    })

    it('does not exist for residents and for staff of other places', async () => {
      for (const person of [resident, otherWorker]) {
        expect(await person.refused('membership.list', { areaCode: grid })).toMatchObject({
          code: 'NOT_FOUND',
        })
      }
      expect(await worker.refused('membership.list', { areaCode: grid.slice(0, 12) })).toMatchObject({
        code: 'NOT_FOUND',
      })
    })

    it('says at the field what is wrong with the input', async () => {
      expect(await worker.refused('membership.list', {})).toMatchObject({
        code: 'INVALID',
        fields: { areaCode: '请选择地方' },
      })
      expect(await worker.refused('membership.list', { areaCode: grid, cursor: '?' })).toMatchObject({
        code: 'INVALID',
        fields: { cursor: '列表位置不对,请从头看起' },
      })
    })
  })

  describe('membership.confirm', () => {
    it('makes the home certain, with who said so and a trail', async () => {
      const member = await worker.call('membership.confirm', { userId: resident.userId })
      expect(member).toMatchObject({
        assurance: 'worker',
        can: ['membership.move', 'membership.candidates', 'membership.link'],
      })
      expect(await auditsAbout(district.db, resident.userId)).toEqual(['membership.confirmed'])
      const row = await district.db
        .selectFrom('membership')
        .select('setBy')
        .where('userId', '=', resident.userId)
        .where('until', 'is', null)
        .executeTakeFirstOrThrow()
      expect(row.setBy).toBe(worker.userId)
    })

    it('may be repeated and changes nothing then', async () => {
      const first = await worker.call('membership.confirm', { userId: resident.userId })
      district.clock.advance(1000)
      expect(await worker.call('membership.confirm', { userId: resident.userId })).toEqual(first)
    })

    it('is refused to residents and does not exist outside the grid', async () => {
      const input = { userId: resident.userId }
      expect(await resident.refused('membership.confirm', input)).toMatchObject({ code: 'FORBIDDEN' })
      expect(await otherWorker.refused('membership.confirm', input)).toMatchObject({
        code: 'NOT_FOUND',
        message: '没有找到这位邻居,可能已经撤下了',
      })
      expect(await worker.refused('membership.confirm', { userId: NO_ID })).toMatchObject({
        code: 'NOT_FOUND',
      })
      expect(await worker.refused('membership.confirm', { userId: '' })).toMatchObject({
        code: 'INVALID',
        fields: { userId: '编号不对,请返回重试' },
      })
    })
  })

  describe('membership.move', () => {
    it('brings a person to another grid of the village; the old worker has no say any more', async () => {
      const input = { userId: resident.userId, areaCode: sameVillage }
      const moved = await worker.call('membership.move', input)
      expect(moved).toMatchObject({ area: { code: sameVillage }, assurance: 'worker', can: [] })
      expect((await otherWorker.call('membership.list', { areaCode: sameVillage })).items).toHaveLength(1)
      expect(await worker.refused('membership.move', input)).toMatchObject({ code: 'NOT_FOUND' })
      expect(await auditsAbout(district.db, resident.userId)).toEqual(['membership.moved'])
    })

    it('is answered again by its key when the answer got lost', async () => {
      const input = { userId: resident.userId, areaCode: sameVillage }
      const key = 'moved-and-not-heard'
      const first = await worker.call('membership.move', input, { key })
      expect(await worker.call('membership.move', input, { key })).toEqual(first)
    })

    it('goes beyond the village only for staff of both places', async () => {
      const input = { userId: resident.userId, areaCode: elsewhere }
      expect(await worker.refused('membership.move', input)).toMatchObject({
        code: 'FORBIDDEN',
        message: '只能在本村里调整网格。搬到别的村,请他从那边的网格群打开',
      })
      const village = await district.staff('village_secretary', grid.slice(0, 12))
      expect(await village.refused('membership.move', input)).toMatchObject({ code: 'FORBIDDEN' })
    })

    it('needs a grid that is there, and a member', async () => {
      const { userId } = resident
      expect(await worker.refused('membership.move', { userId, areaCode: '1' })).toMatchObject({
        code: 'INVALID',
        fields: { areaCode: '请选到具体的网格' },
      })
      const unknown = { userId, areaCode: '999999999999999' }
      expect(await worker.refused('membership.move', unknown)).toMatchObject({ code: 'NOT_FOUND' })
      expect(await worker.refused('membership.move', { userId: NO_ID, areaCode: sameVillage })).toMatchObject(
        { code: 'NOT_FOUND' },
      )
    })

    it('is refused to residents and does not exist outside the grid', async () => {
      const input = { userId: resident.userId, areaCode: sameVillage }
      expect(await resident.refused('membership.move', input)).toMatchObject({ code: 'FORBIDDEN' })
      expect(await otherWorker.refused('membership.move', input)).toMatchObject({ code: 'NOT_FOUND' })
    })
  })
})
