import { randomUUID } from 'node:crypto'
import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout, NO_ID } from '../../support/records'

describe('a card for the group of a grid', () => {
  let district: District
  let grid: string
  let worker: Person
  let resident: Person
  let opengid: string

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
    resident = await district.resident(grid)
    opengid = await district.group(grid, worker)
  })
  afterAll(() => district.close())

  const acceptOne = async (more: { private?: boolean } = {}) => {
    const { id } = await resident.call('appeal.submit', { text: '路灯坏了三天', urgency: 'soon', ...more })
    await worker.call('appeal.accept', { id })
    await district.runJobs()
  }
  const waiting = async () => (await worker.call('delivery.mine', {})).items
  const makeCard = async () => {
    await acceptOne()
    return (await waiting())[0]?.id ?? ''
  }
  const rowOf = (id: string) =>
    district.db.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

  describe('delivery.mine', () => {
    it('holds a card for each step that the grid was told, for its worker to share', async () => {
      await acceptOne()
      expect(await waiting()).toMatchObject([
        {
          areaCode: grid,
          title: '路灯坏了三天',
          label: '办理中',
          state: 'waiting',
          areaName: expect.stringContaining('网格') as string,
        },
      ])
    })

    it('holds one card a step, however often the timer runs', async () => {
      await acceptOne()
      await Promise.all([district.runJobs(), district.runJobs()])
      expect(await waiting()).toHaveLength(1)
    })

    it('holds nothing of private cases', async () => {
      await acceptOne({ private: true })
      expect(await waiting()).toEqual([])
    })

    it('holds nothing for a grid without a group or one that wants only the feed', async () => {
      await district.db.insertInto('gridSetting').values({ areaCode: grid, channel: 'feed' }).execute()
      await acceptOne()
      expect(await waiting()).toEqual([])
      await district.db.deleteFrom('gridSetting').where('areaCode', '=', grid).execute()
      await district.db.deleteFrom('gridGroup').where('areaCode', '=', grid).execute()
      await acceptOne()
      expect(await waiting()).toEqual([])
      expect((await resident.call('feed.list', {})).items).toHaveLength(2)
    })

    it('gives the oldest first, page by page', async () => {
      for (let n = 0; n < 3; n += 1) {
        await acceptOne()
        district.clock.advance(1000)
      }
      const one = await worker.call('delivery.mine', { limit: 2 })
      const two = await worker.call('delivery.mine', { limit: 2, cursor: one.nextCursor })
      const times = [...one.items, ...two.items].map((item) => item.createdAt)
      expect(times).toHaveLength(3)
      expect(times).toEqual([...times].sort())
      expect(two.nextCursor).toBeUndefined()
    })

    it('is refused to residents, and shows the cards of other grids to nobody', async () => {
      await acceptOne()
      expect(await resident.refused('delivery.mine', {})).toMatchObject({ code: 'FORBIDDEN' })
      const other = await district.staff('grid_worker', district.newGrid())
      expect((await other.call('delivery.mine', {})).items).toEqual([])
    })

    it('says at the field what is wrong with the input', async () => {
      expect(await worker.refused('delivery.mine', { cursor: 'x' })).toMatchObject({
        code: 'INVALID',
        fields: { cursor: '列表位置不对,请从头看起' },
      })
    })
  })

  describe('delivery.markShared', () => {
    it('takes the card off the list, with who shared it and a trail', async () => {
      const id = await makeCard()
      expect(await worker.call('delivery.markShared', { id })).toMatchObject({ id, state: 'shared' })
      expect(await waiting()).toEqual([])
      expect(await rowOf(id)).toMatchObject({ sharedBy: worker.userId, arrivedAt: null })
      expect(await auditsAbout(district.db, id)).toEqual(['delivery.shared'])
    })

    it('may be repeated; who shared it first stays', async () => {
      const id = await makeCard()
      const first = await worker.call('delivery.markShared', { id })
      const colleague = await district.staff('grid_worker', grid)
      expect(await worker.call('delivery.markShared', { id })).toEqual(first)
      expect(await colleague.call('delivery.markShared', { id })).toEqual(first)
      expect(await rowOf(id)).toMatchObject({ sharedBy: worker.userId })
    })

    it('does not take back that the card has arrived', async () => {
      const id = await makeCard()
      await resident.call('me.enter', { deliveryId: id }, { opengid })
      expect(await worker.call('delivery.markShared', { id })).toMatchObject({ state: 'arrived' })
    })

    it('is refused to residents and does not exist outside the grid', async () => {
      const id = await makeCard()
      expect(await resident.refused('delivery.markShared', { id })).toMatchObject({ code: 'FORBIDDEN' })
      const other = await district.staff('grid_worker', district.newGrid())
      expect(await other.refused('delivery.markShared', { id })).toMatchObject({
        code: 'NOT_FOUND',
        message: '没有找到这张卡片,可能已经撤下了',
      })
      expect(await worker.refused('delivery.markShared', { id: NO_ID })).toMatchObject({ code: 'NOT_FOUND' })
      expect(await worker.refused('delivery.markShared', { id: '1' })).toMatchObject({
        code: 'INVALID',
        fields: { id: '编号不对,请返回重试' },
      })
    })
  })

  describe('the proof that it arrived', () => {
    it('is the first opening from a group of the grid; later ones change nothing', async () => {
      const id = await makeCard()
      await worker.call('delivery.markShared', { id })
      await resident.call('me.enter', { deliveryId: id }, { opengid })
      const first = await rowOf(id)
      expect(first).toMatchObject({ state: 'arrived', sharedBy: worker.userId })
      expect(first.arrivedAt).not.toBeNull()
      district.clock.advance(60_000)
      await district.stranger().call('me.enter', { deliveryId: id }, { opengid })
      expect(await rowOf(id)).toEqual(first)
    })

    it('counts for a card that was shared without a tap on the button', async () => {
      const id = await makeCard()
      await resident.call('me.enter', { deliveryId: id }, { opengid })
      expect(await rowOf(id)).toMatchObject({ state: 'arrived', sharedBy: null })
      expect(await waiting()).toEqual([])
    })

    it('is not given by an opening without a group, from a group of another grid, or from an unbound one', async () => {
      const id = await makeCard()
      await worker.call('delivery.markShared', { id })
      const otherGrid = district.newGrid()
      const other = await district.group(otherGrid, await district.staff('grid_worker', otherGrid))
      await resident.call('me.enter', { deliveryId: id })
      await resident.call('me.enter', { deliveryId: id }, { opengid: other })
      await resident.call('me.enter', { deliveryId: id }, { opengid: `group-${randomUUID()}` })
      expect(await rowOf(id)).toMatchObject({ state: 'shared', arrivedAt: null })
    })

    it('is not given by opening something else from the group', async () => {
      const id = await makeCard()
      await resident.call('me.enter', {}, { opengid })
      expect(await rowOf(id)).toMatchObject({ state: 'waiting' })
    })
  })
})
