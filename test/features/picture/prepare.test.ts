import { randomUUID } from 'node:crypto'
import { PICTURE_BYTES_MAX } from '~/types/picture'
import { openDistrict, type District, type Person } from '../../support/district'

describe('picture.prepare', () => {
  let district: District
  let resident: Person

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    resident = await district.resident(district.newGrid())
  })
  afterAll(() => district.close())

  it('says where the raw file goes: to a place of its own for each picture', async () => {
    const one = await resident.call('picture.prepare', { bytes: 1000 })
    const two = await resident.call('picture.prepare', { bytes: 1000 })
    expect(one.cloudPath).toContain(one.pictureId)
    expect(two.cloudPath).not.toBe(one.cloudPath)
  })

  it('announces one upload for one key', async () => {
    const key = 'one-upload-only'
    const first = await resident.call('picture.prepare', { bytes: 1000 }, { key })
    expect(await resident.call('picture.prepare', { bytes: 1000 }, { key })).toEqual(first)
  })

  it.each([
    [{ bytes: PICTURE_BYTES_MAX + 1 }, '照片超过10MB了,请换一张小一点的'],
    [{ bytes: 0 }, '这张照片是空的'],
    [{ bytes: 1.5 }, '照片大小不对'],
    [{}, '照片大小不对'],
  ])('refuses %j', async (input, message) => {
    expect(await resident.refused('picture.prepare', input)).toMatchObject({
      code: 'INVALID',
      message,
      fields: { bytes: message },
    })
  })

  it('stops a machine after 120 uploads in an hour', async () => {
    const rows = Array.from({ length: 120 }, () => ({
      id: randomUUID(),
      userId: resident.userId,
      rawPath: 'uploads/x',
      fileKey: null,
      width: null,
      height: null,
      bytes: null,
      createdAt: district.clock.now(),
      attachedAt: district.clock.now(),
    }))
    await district.db.insertInto('picture').values(rows).execute()
    expect(await resident.refused('picture.prepare', { bytes: 1000 })).toMatchObject({
      code: 'RATE_LIMITED',
      message: '照片传得太多了,请歇一会儿再传',
    })
    district.clock.advance(3_700_000)
    await resident.call('picture.prepare', { bytes: 1000 })
  })
})
