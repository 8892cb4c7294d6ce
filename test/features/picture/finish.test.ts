import sharp from 'sharp'
import { PICTURE_BYTES_MAX, PICTURE_SIDE_MAX } from '~/types/picture'
import { openDistrict, type District, type Person } from '../../support/district'
import { NO_ID } from '../../support/records'
import { takePhoto, upload } from './support'

describe('picture.finish', () => {
  let district: District
  let resident: Person
  const broken = { pictureId: '这个文件不是照片,或者已经坏了,请换一张' }

  beforeAll(async () => {
    district = await openDistrict()
    resident = await district.resident(district.newGrid())
  })
  afterAll(() => district.close())

  const kept = (pictureId: string) => district.ports.files.get(`pictures/${pictureId}.jpg`)
  const raw = (pictureId: string) => district.ports.files.get(`uploads/${pictureId}`)
  const refusalOf = async (bytes: Buffer) => {
    const pictureId = await upload(district, resident, bytes)
    const refusal = await resident.refused('picture.finish', { pictureId })
    expect(kept(pictureId)).toBeUndefined()
    return refusal
  }

  it('keeps no place, device or owner: all metadata is gone, and so is the raw file', async () => {
    const photo = await takePhoto()
    const before = await sharp(photo).metadata()
    expect(before.exif?.toString('latin1')).toContain('TestPhone')
    expect(before.orientation).toBe(6)
    const pictureId = await upload(district, resident, photo)
    const view = await resident.call('picture.finish', { pictureId })
    const clean = kept(pictureId)
    const after = await sharp(clean).metadata()
    expect(after).toMatchObject({ format: 'jpeg', width: view.width, height: view.height })
    for (const part of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const) {
      expect(after[part]).toBeUndefined()
    }
    expect(clean?.toString('latin1')).not.toMatch(/Exif|TestPhone|Owner Test|GPS/)
    expect(raw(pictureId)).toBeUndefined()
  })

  it('turns the picture upright before the flag that says so is thrown away', async () => {
    const pictureId = await upload(district, resident, await takePhoto(640, 480))
    expect(await resident.call('picture.finish', { pictureId })).toMatchObject({ width: 480, height: 640 })
  })

  it('makes large pictures smaller and leaves small ones as they are', async () => {
    const large = await upload(district, resident, await takePhoto(3000, 2000))
    const view = await resident.call('picture.finish', { pictureId: large })
    expect(Math.max(view.width, view.height)).toBe(PICTURE_SIDE_MAX)
    const small = await upload(district, resident, await takePhoto(40, 30))
    expect(await resident.call('picture.finish', { pictureId: small })).toMatchObject({
      width: 30,
      height: 40,
    })
  })

  it.each(['png', 'webp', 'gif'] as const)('takes a %s too and keeps it as JPEG', async (format) => {
    const source = sharp({ create: { width: 20, height: 10, channels: 4, background: '#0000' } })
    const pictureId = await upload(district, resident, await source.toFormat(format).toBuffer())
    await resident.call('picture.finish', { pictureId })
    expect((await sharp(kept(pictureId)).metadata()).format).toBe('jpeg')
  })

  it('gives the same picture when it is finished twice', async () => {
    const pictureId = await upload(district, resident, await takePhoto())
    const first = await resident.call('picture.finish', { pictureId })
    expect(await resident.call('picture.finish', { pictureId })).toEqual(first)
  })

  it('deletes the raw file at the next try when the storage failed to the first time', async () => {
    const pictureId = await upload(district, resident, await takePhoto())
    const remove = jest.spyOn(district.ports.storage, 'removeUpload')
    remove.mockRejectedValueOnce(new Error('storage is away'))
    expect(await resident.refused('picture.finish', { pictureId })).toMatchObject({ code: 'INTERNAL' })
    await resident.call('picture.finish', { pictureId })
    remove.mockRestore()
    expect(raw(pictureId)).toBeUndefined()
  })

  it('goes by the bytes: what is no photograph is refused, whatever it is called', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    const photo = await takePhoto()
    for (const bytes of [
      Buffer.from('<html><script>alert(1)</script></html>'),
      Buffer.from(svg),
      Buffer.from('%PDF-1.7'),
      Buffer.alloc(0),
      photo.subarray(0, photo.length / 2),
    ]) {
      expect(await refusalOf(bytes)).toMatchObject({ code: 'INVALID', fields: broken })
    }
  })

  it('measures what really arrived, not what was announced', async () => {
    const { pictureId, cloudPath } = await resident.call('picture.prepare', { bytes: 1000 })
    district.ports.files.set(cloudPath, Buffer.alloc(PICTURE_BYTES_MAX + 1))
    expect(await resident.refused('picture.finish', { pictureId })).toMatchObject({
      code: 'INVALID',
      fields: { pictureId: '照片超过10MB了,请换一张小一点的' },
    })
  })

  it('tells a picture of 30 MB at its field before a byte is sent, and loses none that came before', async () => {
    const sent = await upload(district, resident, await takePhoto())
    await resident.call('picture.finish', { pictureId: sent })
    const tooLarge = { code: 'INVALID', fields: { bytes: '照片超过10MB了,请换一张小一点的' } }
    expect(await resident.refused('picture.prepare', { bytes: 30 * 1024 * 1024 })).toMatchObject(tooLarge)
    const sneaked = await upload(district, resident, Buffer.alloc(30 * 1024 * 1024))
    expect(await resident.refused('picture.finish', { pictureId: sneaked })).toMatchObject({
      fields: { pictureId: tooLarge.fields.bytes },
    })
    const made = await resident.call('appeal.submit', {
      text: '村东头路灯坏了',
      urgency: 'soon',
      pictureIds: [sent],
    })
    expect(made.pictures.map(({ id }) => id)).toEqual([sent])
  })

  it('refuses a small file that would fill the memory', async () => {
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(bomb.length).toBeLessThan(PICTURE_BYTES_MAX)
    expect(await refusalOf(bomb)).toMatchObject({ code: 'INVALID', fields: broken })
  })

  it('says so when nothing arrived', async () => {
    const { pictureId } = await resident.call('picture.prepare', { bytes: 1000 })
    expect(await resident.refused('picture.finish', { pictureId })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is for who uploaded it: the picture of somebody else does not exist', async () => {
    const pictureId = await upload(district, resident, await takePhoto())
    const neighbour = await district.resident(resident.areaCode)
    expect(await neighbour.refused('picture.finish', { pictureId })).toMatchObject({
      code: 'NOT_FOUND',
      message: '没有找到这张照片,可能已经撤下了',
    })
    expect(await resident.refused('picture.finish', { pictureId: NO_ID })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await resident.refused('picture.finish', { pictureId: 'x' })).toMatchObject({
      code: 'INVALID',
      fields: { pictureId: '编号不对,请返回重试' },
    })
  })
})
