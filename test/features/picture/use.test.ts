import { openDistrict, type District, type Person } from '../../support/district'
import { takePhoto, upload } from './support'

describe('a picture in use', () => {
  let district: District
  let grid: string
  let resident: Person
  const lamp = { text: '路灯坏了', urgency: 'soon' } as const
  const refused = { code: 'INVALID', fields: { pictureIds: '有照片没有传好,请删掉那张重新传' } }

  beforeAll(async () => {
    district = await openDistrict()
    grid = district.newGrid()
    resident = await district.resident(grid)
  })
  afterAll(() => district.close())

  const finished = async (person: Person) => {
    const pictureId = await upload(district, person, await takePhoto())
    return (await person.call('picture.finish', { pictureId })).id
  }

  it('is shown with what it was added to, in the order of the resident', async () => {
    const ids = [await finished(resident), await finished(resident)].reverse()
    const made = await resident.call('appeal.submit', { ...lamp, pictureIds: ids })
    expect(made.pictures.map((picture) => picture.id)).toEqual(ids)
    const { items } = await resident.call('appeal.list', { list: 'mine', limit: 1 })
    expect(items[0]).toMatchObject({ picture: { id: ids[0] }, pictureCount: 2 })
  })

  it('can be used once, by its owner, after it was finished', async () => {
    const id = await finished(resident)
    const neighbour = await district.resident(grid)
    expect(await neighbour.refused('appeal.submit', { ...lamp, pictureIds: [id] })).toMatchObject(refused)
    expect(await resident.refused('appeal.submit', { ...lamp, pictureIds: [id, id] })).toMatchObject(refused)
    await resident.call('appeal.submit', { ...lamp, pictureIds: [id] })
    expect(await resident.refused('appeal.submit', { ...lamp, pictureIds: [id] })).toMatchObject(refused)
    const raw = await upload(district, resident, await takePhoto())
    expect(await resident.refused('appeal.submit', { ...lamp, pictureIds: [raw] })).toMatchObject(refused)
  })

  it('stays free when what it was added to is refused', async () => {
    const id = await finished(resident)
    await resident.refused('appeal.submit', { ...lamp, pictureIds: [id], areaCode: '999999999999999' })
    await resident.call('appeal.submit', { ...lamp, pictureIds: [id] })
  })

  it('is shown to neighbours with the case, but not what the resident adds to a new round', async () => {
    const worker = await district.staff('grid_worker', grid)
    const neighbour = await district.resident(grid)
    const [first, second] = [await finished(resident), await finished(resident)]
    const { id } = await resident.call('appeal.submit', { ...lamp, pictureIds: [first] })
    await worker.call('appeal.answer', { id, words: '修好了' })
    await resident.call('appeal.reopen', { id, reason: '又灭了', pictureIds: [second] })
    await district.checkPictures()
    const view = await neighbour.call('appeal.info', { id })
    expect(view.pictures.map((picture) => picture.id)).toEqual([first])
    const feed = await neighbour.call('feed.list', {})
    expect(feed.items.some((item) => item.title === '路灯坏了')).toBe(true)
    expect(JSON.stringify([view, feed])).not.toContain(second)
  })

  it('is swept away with its files a day after it was sent, unless somebody used it', async () => {
    const [used, loose] = [await finished(resident), await finished(resident)]
    const abandoned = await upload(district, resident, await takePhoto())
    await resident.call('appeal.submit', { ...lamp, pictureIds: [used] })
    district.clock.advance(86_400_000 - 60_000)
    await district.runJobs()
    expect(district.ports.files.has(`pictures/${loose}.jpg`)).toBe(true)
    district.clock.advance(120_000)
    await district.runJobs()
    expect(district.ports.files.has(`pictures/${loose}.jpg`)).toBe(false)
    expect(district.ports.files.has(`uploads/${abandoned}`)).toBe(false)
    expect(district.ports.files.has(`pictures/${used}.jpg`)).toBe(true)
  })
})
