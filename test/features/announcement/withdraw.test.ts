import { takeGrids } from '~/cloudfunctions/features/broadcast/turns'
import {
  feedOf,
  noticesOf,
  openDistrict,
  openPlace,
  publish,
  write,
  type District,
  type Place,
} from './support'

describe('announcement.withdraw', () => {
  let district: District
  let at: Place
  const reason = '时间改到后天了'
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    at = await openPlace(district)
  })
  afterAll(() => district.close())

  it('takes it out of the feed and of the cards, and the grid that was told hears of it once', async () => {
    await district.group(at.grid, at.worker)
    const { id } = await publish(district, at.worker, at.grid)
    await district.runJobs()
    const back = await at.worker.call('announcement.withdraw', { id, reason })
    expect(back).toMatchObject({ status: 'withdrawn', reason, can: ['announcement.reach'] })
    expect(await at.worker.call('announcement.withdraw', { id, reason })).toEqual(back)
    await district.runJobs()
    await district.runJobs()
    expect(await feedOf(district, at.grid)).toMatchObject([{ title: '已撤回:明天停水', body: reason }])
    // Nobody had shared the card, so the group needs no second one.
    expect((await at.worker.call('delivery.mine', {})).items).toEqual([])
    expect(await at.neighbour.call('announcement.info', { id })).toMatchObject({
      status: 'withdrawn',
      words: '',
      reason,
    })
  })

  it('gives a card to the group that has the first one', async () => {
    await district.group(at.grid, at.worker)
    await publish(district, at.worker, at.grid)
    await district.runJobs()
    const [card] = (await at.worker.call('delivery.mine', {})).items
    await at.worker.call('delivery.markShared', { id: card?.id ?? '' })
    const id = (card?.path ?? '').slice(-36)
    await at.worker.call('announcement.withdraw', { id, reason })
    await district.runJobs()
    expect((await at.worker.call('delivery.mine', {})).items).toMatchObject([{ title: '已撤回:明天停水' }])
  })

  it('reaches exactly the grids that were told, and stops the others', async () => {
    at = await openPlace(district, 'wide')
    const { id } = await publish(district, at.secretary, at.village)
    const { id: message } = await district.db
      .selectFrom('broadcast')
      .select('id')
      .where('key', '=', `announcement:${id}`)
      .executeTakeFirstOrThrow()
    const { codes } = await district.db
      .transaction()
      .execute((tx) => takeGrids(tx, message, district.clock.now()))
    expect(codes).toHaveLength(200)
    await at.secretary.call('announcement.withdraw', { id, reason })
    await district.runJobs()
    const rows = await district.db
      .selectFrom('broadcastGrid')
      .innerJoin('broadcast', 'broadcast.id', 'broadcastGrid.broadcastId')
      .select(['areaCode', 'state'])
      .where('key', '=', `announcement:${id}:withdrawn`)
      .orderBy('areaCode')
      .execute()
    expect(rows.map(({ areaCode }) => areaCode)).toEqual([...codes].sort())
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['told']))
  })

  it('reaches exactly the people who were told one by one or reminded', async () => {
    const elsewhere = await district.staff('grid_worker', district.newGrid())
    const { id } = await publish(district, at.secretary, at.village, { audience: 'workers' })
    await district.runJobs()
    await at.secretary.call('announcement.remind', { id })
    await district.runJobs()
    expect(await noticesOf(at.worker)).toHaveLength(2)
    await at.secretary.call('announcement.withdraw', { id, reason })
    expect(await noticesOf(at.worker)).toMatchObject([{ title: '已撤回:明天停水', body: reason }])
    expect(await noticesOf(elsewhere)).toEqual([])
  })

  it('of one that nobody was told is heard of by nobody', async () => {
    const { id } = await write(district, at.worker, at.grid)
    await at.worker.call('announcement.withdraw', { id, reason })
    await district.runJobs()
    expect(await feedOf(district, at.grid)).toEqual([])
    expect(await at.worker.refused('announcement.publish', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })

  it('needs a reason, and somebody who sends in the place', async () => {
    const { id } = await publish(district, at.worker, at.grid)
    expect(await at.worker.refused('announcement.withdraw', { id, reason: ' ' })).toMatchObject({
      fields: { reason: '请填写撤回的原因' },
    })
    expect(await at.neighbour.refused('announcement.withdraw', { id, reason })).toMatchObject({
      code: 'FORBIDDEN',
    })
    const elsewhere = await district.staff('grid_worker', at.other)
    expect(await elsewhere.refused('announcement.withdraw', { id, reason })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
