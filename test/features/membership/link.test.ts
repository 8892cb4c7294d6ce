import { randomUUID } from 'node:crypto'
import { openDistrict, type District, type Person } from '../../support/district'
import { putInLedger } from '../../support/ledger'
import { auditsAbout, NO_ID } from '../../support/records'
import { openSurvey } from '../../support/surveys'

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
    residentId = await unlinked(grid, { door: '18号', name: '褚测试' })
  })
  afterAll(() => district.close())

  /** Somebody behind a door of their own whom nobody in the program is. */
  async function unlinked(
    areaCode: string,
    { door, ...more }: { door?: string; name?: string; sex?: 'male' } = {},
  ) {
    const { residentId, householdId } = await putInLedger(district, areaCode, null, {
      name: '褚测试',
      ...more,
    })
    if (door !== undefined) {
      await district.db.updateTable('household').set({ door }).where('id', '=', householdId).execute()
    }
    return residentId
  }

  const link = (by = worker, more = {}) =>
    by.call('membership.link', { userId: member.userId, residentId, ...more })

  describe('membership.candidates', () => {
    it('shows the worker who of the ledger is still nobody, by door, with no more than the surname', async () => {
      await unlinked(grid, { door: '07号', name: '欧阳测试', sex: 'male' })
      const { items } = await worker.call('membership.candidates', { userId: member.userId })
      expect(items).toMatchObject([
        { name: '欧阳**', door: '07号', sex: 'male', bornIn: 1970 },
        { id: residentId, name: '褚**', door: '18号', sex: 'female', bornIn: 1970 },
      ])
      expect(JSON.stringify(items)).not.toMatch(/测试|05-05/)
    })

    it('finds them by door or name, and leaves out who is somebody already', async () => {
      await unlinked(grid, { door: '19号' })
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
      await unlinked(grid, { door: '19号' })
      await unlinked(grid, { door: '20号' })
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
    })

    it('may be repeated and changes nothing then', async () => {
      const first = await link()
      district.clock.advance(1000)
      expect(await link()).toEqual(first)
    })

    it('lets one person of the ledger be one user, and one user one person', async () => {
      await link()
      const other = await district.resident(grid)
      expect(await worker.refused('membership.link', { userId: other.userId, residentId })).toMatchObject({
        code: 'CONFLICT',
        reason: 'resident_taken',
      })
      const second = await unlinked(grid)
      expect(
        await worker.refused('membership.link', { userId: member.userId, residentId: second }),
      ).toMatchObject({ code: 'CONFLICT', reason: 'already_linked' })
    })

    it('is said of nobody by themselves', async () => {
      const own = await worker.refused('membership.link', { userId: worker.userId, residentId })
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
      expect(await worker.refused('membership.link', { userId: worker.userId, residentId })).toMatchObject({
        code: 'FORBIDDEN',
        message: '自己是台账里的哪一位,要请村里的同志来对',
      })
      const { items } = await worker.call('membership.list', { areaCode: grid })
      const self = items.find(({ userId }) => userId === worker.userId)
      expect(self?.can).toEqual(['membership.confirm', 'membership.move'])
    })

    it('knows only the ledger of the grid that the member belongs to', async () => {
      const elsewhere = await unlinked(district.newGrid())
      for (const id of [elsewhere, NO_ID]) {
        expect(
          await worker.refused('membership.link', { userId: member.userId, residentId: id }),
        ).toMatchObject({ code: 'NOT_FOUND', message: '没有找到这位住户,可能已经撤下了' })
      }
      const input = { userId: member.userId, residentId }
      expect(await otherWorker.refused('membership.link', input)).toMatchObject({ code: 'NOT_FOUND' })
      expect(await member.refused('membership.link', input)).toMatchObject({ code: 'FORBIDDEN' })
      expect(await worker.refused('membership.link', { ...input, residentId: '' })).toMatchObject({
        code: 'INVALID',
        fields: { residentId: '编号不对,请返回重试' },
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
      const input = { userId: member.userId }
      const after = await worker.call('membership.unlink', input)
      expect(after.resident).toBeUndefined()
      expect(after.can).toEqual(['membership.move', 'membership.candidates', 'membership.link'])
      expect(await worker.call('membership.unlink', input)).toEqual(after)
      expect((await auditsAbout(district.db, member.userId)).sort()).toContain('membership.unlinked')
      expect(await link()).toMatchObject({ resident: { id: residentId } })
    })

    it('is for the staff of the grid', async () => {
      const input = { userId: member.userId }
      expect(await otherWorker.refused('membership.unlink', input)).toMatchObject({ code: 'NOT_FOUND' })
      expect(await member.refused('membership.unlink', input)).toMatchObject({ code: 'FORBIDDEN' })
      expect(await worker.refused('membership.unlink', { userId: '?' })).toMatchObject({ code: 'INVALID' })
    })
  })

  describe('in a survey that is open', () => {
    const standing = async (id: string) => (await member.call('survey.info', { id })).standing
    const open = async (more = {}) => {
      const town = await district.staff('town_officer', grid.slice(0, 9))
      return openSurvey(district, town, [grid], more)
    }
    const cast = (id: string) => ({ id, edition: 1, answers: [1] })

    it('lets a member vote from the moment they are linked', async () => {
      const { id } = await open()
      expect(await standing(id)).toBe('not_on_roll')
      expect(await member.refused('survey.cast', cast(id))).toMatchObject({ reason: 'not_on_roll' })
      await link()
      expect(await standing(id)).toBe('may')
      await member.call('survey.cast', cast(id))
      expect(await standing(id)).toBe('voted')
    })

    it('does not let somebody vote in the program who voted at the door before they were linked', async () => {
      const helper = await district.resident(district.newGrid('otherVillage'))
      const town = await district.staff('town_officer', grid.slice(0, 9))
      const { id } = await openSurvey(district, town, [grid])
      await town.call('survey.appoint', { id, userId: helper.userId, areaCode: grid })
      const ballot = { ...cast(id), residentId, origin: 'door' as const }
      await helper.call('survey.castAtDoor', ballot)
      await link()
      expect(await standing(id)).toBe('voted_elsewhere')
      expect(await member.refused('survey.cast', cast(id))).toMatchObject({ reason: 'voted_elsewhere' })
    })

    it('does not let a user vote again as another person of the ledger, nor that person through another user', async () => {
      const second = await unlinked(grid)
      const { id } = await open()
      await link()
      await member.call('survey.cast', cast(id))
      await worker.call('membership.unlink', { userId: member.userId })
      expect(await standing(id)).toBe('voted_elsewhere')
      await link(worker, { residentId: second })
      expect(await standing(id)).toBe('voted_elsewhere')
      expect(await member.refused('survey.cast', cast(id))).toMatchObject({ reason: 'voted_elsewhere' })

      const other = await district.resident(grid)
      await worker.call('membership.link', { userId: other.userId, residentId })
      expect(await other.refused('survey.cast', cast(id))).toMatchObject({ reason: 'voted_elsewhere' })
      const rolls = await district.db
        .selectFrom('surveyRoll')
        .selectAll()
        .where('surveyId', '=', id)
        .execute()
      expect(rolls).toHaveLength(1)
    })

    it('lets them vote again as who they were, once the mistake is put right', async () => {
      const { id } = await open()
      await link()
      await member.call('survey.cast', cast(id))
      await worker.call('membership.unlink', { userId: member.userId })
      await link()
      expect(await standing(id)).toBe('voted')
      expect(await member.call('survey.cast', cast(id))).toMatchObject({ replaced: true })
    })
  })
})
