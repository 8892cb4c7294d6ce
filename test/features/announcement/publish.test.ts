import { auditsAbout, eventsAbout } from '../../support/records'
import {
  feedOf,
  inDays,
  noticesOf,
  openDistrict,
  openPlace,
  publish,
  write,
  type District,
  type Place,
} from './support'

const HOUR_MS = 3_600_000

describe('announcement.publish', () => {
  let district: District
  let at: Place
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    at = await openPlace(district)
  })
  afterAll(() => district.close())

  it('tells the grid in its feed and with a card for its group, once however often it is tapped', async () => {
    await district.group(at.grid, at.worker)
    const { id } = await write(district, at.worker, at.grid)
    const out = await at.worker.call('announcement.publish', { id })
    expect(out).toMatchObject({ status: 'published' })
    expect(await at.worker.call('announcement.publish', { id })).toEqual(out)
    await district.runJobs()
    await district.runJobs()
    expect(await feedOf(district, at.grid)).toEqual([
      { title: '明天停水', label: '通知', tone: 'neutral', body: out.words },
    ])
    expect((await at.worker.call('delivery.mine', {})).items).toMatchObject([{ title: '明天停水' }])
    expect(await feedOf(district, at.other)).toEqual([])
    expect(await eventsAbout(district.db, id)).toEqual(['announcement.published'])
    expect(await auditsAbout(district.db, id)).toContain('announcement.published')
  })

  it('queues every grid of a village by the tap itself', async () => {
    at = await openPlace(district, 'wide')
    const { id } = await publish(district, at.secretary, at.village)
    const rows = await district.db
      .selectFrom('broadcastGrid')
      .innerJoin('broadcast', 'broadcast.id', 'broadcastGrid.broadcastId')
      .select('areaCode')
      .where('key', '=', `announcement:${id}`)
      .execute()
    expect(rows.length).toBe(999)
    expect(rows.every(({ areaCode }) => areaCode.startsWith(at.village))).toBe(true)
    await at.secretary.call('announcement.withdraw', { id, reason: '测试完了' })
  })

  it('of an emergency tells at once, without the timer', async () => {
    await publish(district, at.worker, at.grid, { urgency: 'emergency', second: at.secretary })
    expect(await feedOf(district, at.grid)).toMatchObject([{ label: '紧急通知', tone: 'urgent' }])
  })

  it('at a time goes out by itself then, not before, and not twice', async () => {
    const { id } = await write(district, at.worker, at.grid)
    const startsAt = new Date(district.clock.now().getTime() + HOUR_MS).toISOString()
    expect(await at.worker.call('announcement.publish', { id, at: startsAt })).toMatchObject({
      status: 'scheduled',
      at: startsAt,
    })
    await district.runJobs()
    expect(await feedOf(district, at.grid)).toEqual([])
    district.clock.advance(HOUR_MS + 1)
    await district.runJobs()
    await district.runJobs()
    expect(await feedOf(district, at.grid)).toHaveLength(1)
    expect(await at.worker.call('announcement.info', { id })).toMatchObject({ status: 'published' })
  })

  it('ends at its term: cards that nobody shared are not shared any more', async () => {
    await district.group(at.grid, at.worker)
    const { id } = await publish(district, at.worker, at.grid, { expiresAt: inDays(district, 1) })
    await district.runJobs()
    expect((await at.worker.call('delivery.mine', {})).items).toHaveLength(1)
    district.clock.advance(25 * HOUR_MS)
    await district.runJobs()
    expect(await at.neighbour.call('announcement.info', { id })).toMatchObject({ status: 'ended', can: [] })
    expect((await at.worker.call('delivery.mine', {})).items).toEqual([])
  })

  it('to workers tells them one by one, and nobody else', async () => {
    const { id } = await publish(district, at.secretary, at.village, { audience: 'workers' })
    await district.runJobs()
    expect(await noticesOf(at.worker)).toMatchObject([{ title: '明天停水', label: '通知' }])
    expect(await noticesOf(at.neighbour)).toEqual([])
    expect(await feedOf(district, at.grid)).toEqual([])
    expect(await at.neighbour.refused('announcement.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await at.worker.call('announcement.info', { id })).toMatchObject({
      words: expect.any(String) as string,
    })
  })

  it('to party members tells those whom their village has confirmed', async () => {
    const post = { name: `看水${at.grid.slice(-3)}`, line: '', shown: true }
    const { id: postId } = await at.secretary.call('party.offerPost', post)
    const [confirmed, claimed] = [await district.resident(at.grid), await district.resident(at.grid)]
    for (const member of [confirmed, claimed]) {
      const registered = await member.call('party.checkIn', { organisation: '机关支部', postIds: [postId] })
      if (member === confirmed) {
        await at.secretary.call('party.confirm', { id: registered.id, confirmed: true })
      }
    }
    const { id } = await publish(district, at.worker, at.grid, { audience: 'party' })
    await district.runJobs()
    expect((await noticesOf(confirmed)).map(({ title }) => title)).toContain('明天停水')
    expect((await noticesOf(claimed)).map(({ title }) => title)).not.toContain('明天停水')
    expect(await claimed.refused('announcement.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect((await confirmed.call('announcement.list', { list: 'grid' })).items).toMatchObject([{ id }])
    expect((await claimed.call('announcement.list', { list: 'grid' })).items).toEqual([])
  })

  it('needs a time before its end', async () => {
    const { id } = await write(district, at.worker, at.grid)
    expect(await at.worker.refused('announcement.publish', { id, at: inDays(district, 9) })).toMatchObject({
      code: 'INVALID',
      fields: { at: '发出时间要在截止时间以前' },
    })
    district.clock.advance(4 * 24 * HOUR_MS)
    expect(await at.worker.refused('announcement.publish', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'expired',
    })
  })

  it('is for whoever sends in the place', async () => {
    const { id } = await write(district, at.worker, at.grid)
    const elsewhere = await district.staff('grid_worker', at.other)
    expect(await elsewhere.refused('announcement.publish', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await at.neighbour.refused('announcement.publish', { id })).toMatchObject({ code: 'FORBIDDEN' })
  })
})
