import { randomUUID } from 'node:crypto'
import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout, NO_ID } from '../../support/records'
import { unlinked } from './support'

describe('who of the ledger a member is', () => {
  let district: District
  let grid: string
  let worker: Person
  let otherWorker: Person
  let member: Person
  let residentId: string

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
    otherWorker = await district.staff('grid_worker', district.newGrid())
    member = await district.resident(grid, { name: '褚大姐' })
    residentId = await unlinked(district, grid, { door: '18号', name: '褚测试' })
  })
  afterAll(() => district.close())

  const link = (by = worker, more = {}) =>
    by.call('membership.link', { userId: member.userId, residentId, how: 'met', ...more })

  /** What the trail says of the links of the member. */
  const reasons = async () => {
    const rows = await district.db
      .selectFrom('auditLog')
      .select('reason')
      .where('target', '=', member.userId)
      .where('action', 'like', 'membership.%')
      .execute()
    return rows.flatMap(({ reason }) => reason ?? [])
  }

  describe('membership.candidates', () => {
    it('shows the worker who of the ledger is still nobody, by door, with no more than the surname', async () => {
      await unlinked(district, grid, { door: '07号', name: '欧阳测试', sex: 'male' })
      const { items } = await worker.call('membership.candidates', { userId: member.userId })
      expect(items).toMatchObject([
        { name: '欧阳**', door: '07号', sex: 'male', bornIn: 1970 },
        { id: residentId, name: '褚**', door: '18号', sex: 'female', bornIn: 1970 },
      ])
      expect(JSON.stringify(items)).not.toMatch(/测试|05-05/)
    })

    it('finds them by door or name, and leaves out who is somebody already', async () => {
      await unlinked(district, grid, { door: '19号' })
      const doors = async (words: string) =>
        (await worker.call('membership.candidates', { userId: member.userId, words })).items.map(
          ({ door }) => door,
        )
      expect(await doors('18')).toEqual(['18号'])
      expect(await doors('褚')).toEqual(['18号', '19号'])
      expect(await doors('%')).toEqual([])
      await link()
      expect(await doors('')).toEqual(['19号'])
    })

    it('goes through all of them page by page', async () => {
      const { userId } = member
      await unlinked(district, grid, { door: '19号' })
      await unlinked(district, grid, { door: '20号' })
      const one = await worker.call('membership.candidates', { userId, limit: 2 })
      const two = await worker.call('membership.candidates', { userId, limit: 2, cursor: one.nextCursor })
      expect([...one.items, ...two.items].map(({ door }) => door)).toEqual(['18号', '19号', '20号'])
      expect(two.nextCursor).toBeUndefined()
    })

    it('is for the staff of the grid', async () => {
      const input = { userId: member.userId }
      expect(await otherWorker.refused('membership.candidates', input)).toMatchObject({ code: 'NOT_FOUND' })
      expect(await member.refused('membership.candidates', input)).toMatchObject({ code: 'FORBIDDEN' })
      expect(await worker.refused('membership.candidates', { userId: NO_ID })).toMatchObject({
        code: 'NOT_FOUND',
      })
      expect(await worker.refused('membership.candidates', { userId: '' })).toMatchObject({
        code: 'INVALID',
        fields: { userId: '编号不对,请返回重试' },
      })
    })
  })

  describe('membership.link', () => {
    it('says who the member is and that they live there, with a trail', async () => {
      expect(await link()).toMatchObject({
        assurance: 'worker',
        resident: { id: residentId, name: '褚**', door: '18号' },
        can: ['membership.move', 'membership.unlink'],
      })
      expect(await auditsAbout(district.db, member.userId)).toEqual(['membership.linked'])
      expect(await reasons()).toEqual(['met'])
    })

    it('tells the member, once, who can then say that it is wrong', async () => {
      await link()
      await link()
      await district.runJobs()
      const { items } = await member.call('notice.list', {})
      expect(items).toMatchObject([{ title: '网格员把您和台账对上了', label: '我的网格' }])
    })

    it('may be repeated and changes nothing then', async () => {
      const first = await link()
      district.clock.advance(1000)
      expect(await link()).toEqual(first)
    })

    it('lets one person of the ledger be one user, and one user one person', async () => {
      await link()
      const other = await district.resident(grid)
      expect(
        await worker.refused('membership.link', { userId: other.userId, residentId, how: 'met' }),
      ).toMatchObject({
        code: 'CONFLICT',
        reason: 'resident_taken',
      })
      const second = await unlinked(district, grid)
      expect(
        await worker.refused('membership.link', { userId: member.userId, residentId: second, how: 'met' }),
      ).toMatchObject({ code: 'CONFLICT', reason: 'already_linked' })
    })

    it('is said of nobody by themselves', async () => {
      const own = await worker.refused('membership.link', { userId: worker.userId, residentId, how: 'met' })
      expect(own.code).toBe('NOT_FOUND')
      await district.db
        .insertInto('membership')
        .values({
          id: randomUUID(),
          userId: worker.userId,
          areaCode: grid,
          assurance: 'group',
          since: district.clock.now(),
          until: null,
          setBy: null,
        })
        .execute()
      expect(
        await worker.refused('membership.link', { userId: worker.userId, residentId, how: 'met' }),
      ).toMatchObject({
        code: 'FORBIDDEN',
        message: '自己是台账里的哪一位,要请村里的同志来对',
      })
      const { items } = await worker.call('membership.list', { areaCode: grid })
      const self = items.find(({ userId }) => userId === worker.userId)
      expect(self?.can).toEqual(['membership.confirm', 'membership.move'])
    })

    it('knows only the ledger of the grid that the member belongs to', async () => {
      const elsewhere = await unlinked(district, district.newGrid())
      for (const id of [elsewhere, NO_ID]) {
        expect(
          await worker.refused('membership.link', { userId: member.userId, residentId: id, how: 'met' }),
        ).toMatchObject({ code: 'NOT_FOUND', message: '没有找到这位住户,可能已经撤下了' })
      }
      const input = { userId: member.userId, residentId, how: 'called' }
      expect(await otherWorker.refused('membership.link', input)).toMatchObject({ code: 'NOT_FOUND' })
      expect(await member.refused('membership.link', input)).toMatchObject({ code: 'FORBIDDEN' })
      expect(await worker.refused('membership.link', { ...input, residentId: '' })).toMatchObject({
        code: 'INVALID',
        fields: { residentId: '编号不对,请返回重试' },
      })
      expect(await worker.refused('membership.link', { ...input, how: '' })).toMatchObject({
        fields: { how: '请选怎么核实的' },
      })
    })

    it('shows who a member is to nobody who only looks on', async () => {
      await link()
      const town = await district.staff('town_officer', grid.slice(0, 9))
      const [shown] = (await town.call('membership.list', { areaCode: grid })).items
      expect(shown).toMatchObject({ userId: member.userId, can: [] })
      expect(shown?.resident).toBeUndefined()
    })
  })

  describe('membership.unlink', () => {
    it('takes it back, with a trail; again it changes nothing', async () => {
      await link()
      const input = { userId: member.userId, reason: '同名不同户' }
      const after = await worker.call('membership.unlink', input)
      expect(after.resident).toBeUndefined()
      expect(after.can).toEqual(['membership.move', 'membership.candidates', 'membership.link'])
      expect(await worker.call('membership.unlink', input)).toEqual(after)
      expect(await reasons()).toContain('同名不同户')
      await district.runJobs()
      const { items } = await member.call('notice.list', {})
      expect(items.map(({ title }) => title)).toContain('网格员取消了您和台账的对应')
      expect(await link()).toMatchObject({ resident: { id: residentId } })
    })

    it('is for the staff of the grid', async () => {
      const input = { userId: member.userId, reason: '同名不同户' }
      expect(await otherWorker.refused('membership.unlink', input)).toMatchObject({ code: 'NOT_FOUND' })
      expect(await member.refused('membership.unlink', input)).toMatchObject({ code: 'FORBIDDEN' })
      expect(await worker.refused('membership.unlink', { userId: member.userId, reason: ' ' })).toMatchObject(
        {
          code: 'INVALID',
          fields: { reason: '请填写为什么对错了' },
        },
      )
    })
  })
})
