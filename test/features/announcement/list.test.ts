import { openDistrict, openPlace, publish, write, type District, type Place } from './support'

describe('announcement.list', () => {
  let district: District
  let at: Place
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    at = await openPlace(district)
  })
  afterAll(() => district.close())
  const own = (ids: string[], items: { id: string }[]) =>
    items.map(({ id }) => id).filter((id) => ids.includes(id))

  it('holds for a resident what the own grid and the places around it were told, newest first, in pages', async () => {
    const first = await publish(district, at.worker, at.grid)
    const second = await publish(district, at.worker, at.grid, { title: '后天有雨' })
    await write(district, at.worker, at.grid, { title: '还没发的' })
    await publish(district, at.officer, at.other)
    const page = await at.neighbour.call('announcement.list', { list: 'grid', limit: 1 })
    expect(page.items.map(({ id }) => id)).toEqual([second.id])
    const rest = await at.neighbour.call('announcement.list', {
      list: 'grid',
      limit: 1,
      ...(page.nextCursor !== undefined && { cursor: page.nextCursor }),
    })
    expect(rest).toMatchObject({ items: [{ id: first.id, title: '明天停水' }] })
    expect(rest.nextCursor).toBeUndefined()
  })

  it('holds for staff what was written for their places and what was told to places around them', async () => {
    const waiting = await write(district, at.worker, at.grid, { urgency: 'emergency' })
    const elsewhere = await write(district, at.officer, at.other)
    const village = await publish(district, at.secretary, at.village, { audience: 'workers' })
    const ids = [waiting.id, elsewhere.id, village.id]
    const of = async (person: typeof at.worker) =>
      own(ids, (await person.call('announcement.list', { list: 'staff' })).items)
    expect(await of(at.worker)).toEqual([village.id, waiting.id])
    expect(await of(at.secretary)).toEqual([village.id, elsewhere.id, waiting.id])
    expect(await at.neighbour.refused('announcement.list', { list: 'staff' })).toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await at.worker.refused('announcement.list', { list: 'all' })).toMatchObject({ code: 'INVALID' })
  })
})
