import { openDistrict, openPlace, publish, type District, type Place } from './support'

describe('announcement.info', () => {
  let district: District
  let at: Place
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    at = await openPlace(district)
  })
  afterAll(() => district.close())
  const opened = async (id: string) =>
    (
      await district.db
        .selectFrom('announcementReader')
        .select(['userId', 'areaCode'])
        .where('announcementId', '=', id)
        .execute()
    ).map(({ userId, areaCode }) => ({ userId, areaCode }))

  it('shows it to whom it is meant for and writes down the first opening, not those of senders', async () => {
    const { id } = await publish(district, at.worker, at.grid)
    const seen = await at.neighbour.call('announcement.info', { id })
    expect(seen).toMatchObject({ title: '明天停水', answer: 'received', can: ['announcement.answer'] })
    expect(seen).not.toHaveProperty('authorName')
    await at.neighbour.call('announcement.info', { id })
    await at.worker.call('announcement.info', { id })
    expect(await opened(id)).toEqual([{ userId: at.neighbour.userId, areaCode: at.grid }])
  })

  it('shows it to a visitor from the group of the grid, for whom that grid counts', async () => {
    const { id } = await publish(district, at.worker, at.grid)
    const opengid = await district.group(at.grid, at.worker)
    const visitor = await district.resident(district.newGrid())
    expect(await visitor.refused('announcement.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
    await visitor.call('announcement.info', { id }, { opengid })
    expect(await opened(id)).toEqual([{ userId: visitor.userId, areaCode: at.grid }])
  })

  it('of a village is open to all its grids and to the staff of one of them', async () => {
    const { id } = await publish(district, at.secretary, at.village, { audience: 'workers' })
    expect(await at.worker.call('announcement.info', { id })).toMatchObject({
      can: ['announcement.reach', 'announcement.answer'],
    })
    const elsewhere = await district.staff('grid_worker', district.newGrid())
    expect(await elsewhere.refused('announcement.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('gives up what a person has when they leave, and says so in their export', async () => {
    const { id } = await publish(district, at.worker, at.grid)
    await at.neighbour.call('announcement.answer', { id })
    const { sections } = await at.neighbour.call('me.export', {})
    expect(sections).toContainEqual({
      title: '您看过、回复过的通知',
      lines: [{ label: '明天停水', value: '回复:收到' }],
    })
    await at.neighbour.call('me.remove', { confirm: true })
    expect(await opened(id)).toEqual([])
  })

  it('takes an id that is one', async () => {
    expect(await at.worker.refused('announcement.info', { id: 'x' })).toMatchObject({ code: 'INVALID' })
  })
})
