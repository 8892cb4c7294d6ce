import sharp from 'sharp'
import type { PictureRegion } from '~/types/picture'
import { openDistrict, type District, type Person } from '../../support/district'
import { auditsAbout, eventsAbout, NO_ID } from '../../support/records'

describe('civility.remind, civility.withdraw and civility.info', () => {
  let district: District
  let grid: string
  let worker: Person
  let neighbour: Person
  let stranger: Person
  const words = '楼道里请别堆杂物'
  const remind = (more: object = {}) =>
    worker.call('civility.remind', {
      kind: 'stairway',
      words,
      areaCode: grid,
      nobodyRecognisable: true,
      ...more,
    })
  const refused = (more: object) =>
    worker.refused('civility.remind', {
      kind: 'stairway',
      words,
      areaCode: grid,
      nobodyRecognisable: true,
      ...more,
    })

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    worker = await district.staff('grid_worker', grid)
    neighbour = await district.resident(grid, { name: '郑测试' })
    stranger = await district.resident(district.newGrid())
  })
  afterAll(() => district.close())

  /** Black and white lines of one pixel: whatever is not covered keeps its contrast. */
  async function upload(cover?: PictureRegion[]) {
    const pixels = Buffer.alloc(200 * 100)
    pixels.forEach((_, at) => (pixels[at] = Math.floor((at % 200) / 4) % 2 === 0 ? 255 : 0))
    const raw = await sharp(pixels, { raw: { width: 200, height: 100, channels: 1 } })
      .png()
      .toBuffer()
    const { pictureId, cloudPath } = await worker.call('picture.prepare', { bytes: raw.length })
    district.ports.files.set(cloudPath, raw)
    await worker.call('picture.finish', { pictureId, ...(cover && { cover }) })
    expect(district.ports.files.has(cloudPath)).toBe(false)
    return { pictureId, kept: district.ports.files.get(`pictures/${pictureId}.jpg`) ?? Buffer.alloc(0) }
  }
  const contrast = async (bytes: Buffer, left: number) => {
    const { channels } = await sharp(
      await sharp(bytes).extract({ left, top: 20, width: 60, height: 60 }).png().toBuffer(),
    ).stats()
    return channels[0]?.stdev ?? 0
  }

  it('tells the grid in a friendly way, once, and leaves a trail', async () => {
    await district.group(grid, worker)
    const { id } = await remind()
    await district.runJobs()
    const { items } = await neighbour.call('feed.list', {})
    expect(items).toMatchObject([{ title: words, label: '文明提醒' }])
    expect((await worker.call('delivery.mine', {})).items).toMatchObject([{ title: words }])
    expect(await eventsAbout(district.db, id)).toEqual(['civility.reminded'])
    expect(await auditsAbout(district.db, id)).toEqual(['civility.reminded'])
    expect(await neighbour.call('civility.info', { id })).toMatchObject({ words, status: 'posted', can: [] })
  })

  it('keeps of a picture only what is not covered: the covered part holds a few flat patches', async () => {
    const { kept } = await upload([{ x: 0, y: 0, width: 0.5, height: 1 }])
    expect(await contrast(kept, 20)).toBeLessThan(30)
    expect(await contrast(kept, 130)).toBeGreaterThan(90)
    const whole = await upload()
    expect(await contrast(whole.kept, 20)).toBeGreaterThan(90)
  })

  it('covers regions that lean over the edge, and finishing again uncovers nothing', async () => {
    const { pictureId, kept } = await upload([
      { x: 0.9, y: 0.9, width: 1, height: 1 },
      { x: 0, y: 0, width: 0, height: 0 },
    ])
    const { width, height } = await sharp(kept).metadata()
    expect([width, height]).toEqual([200, 100])
    await worker.call('picture.finish', { pictureId, cover: [] })
    expect(district.ports.files.get(`pictures/${pictureId}.jpg`)).toEqual(kept)
  })

  it('shows the picture to neighbours when the platform has let it pass', async () => {
    const { pictureId } = await upload([{ x: 0, y: 0, width: 0.5, height: 1 }])
    const { id } = await remind({ pictureId })
    expect((await neighbour.call('civility.info', { id })).picture).toBeUndefined()
    expect((await worker.call('civility.info', { id })).picture).toMatchObject({ id: pictureId })
    await district.checkPictures()
    expect((await neighbour.call('civility.info', { id })).picture).toMatchObject({ id: pictureId })
  })

  it('names nobody of the village, and points at nobody by a number', async () => {
    expect(await refused({ words: '郑测试家门口请收拾一下' })).toMatchObject({
      code: 'INVALID',
      fields: { words: '不点名,只说这件事' },
    })
    for (const pointing of ['车主电话19900001111请挪车', '京A12345请挪车', '京AD12345挡了路']) {
      expect(await refused({ words: pointing })).toMatchObject({
        fields: { words: '不写电话和车牌,只说这件事' },
      })
    }
  })

  it('wants the worker to have looked whether somebody can be recognised', async () => {
    expect(await refused({ nobodyRecognisable: false })).toMatchObject({
      code: 'INVALID',
      fields: { nobodyRecognisable: '请先看一遍,确认认不出是谁,再发' },
    })
    expect(await refused({ kind: 'people', words: '' })).toMatchObject({
      fields: { kind: '请选提醒什么事', words: '请填写提醒的话' },
    })
    expect(await refused({ pictureId: NO_ID })).toMatchObject({ code: 'INVALID' })
    expect(
      await worker.refused('picture.finish', {
        pictureId: NO_ID,
        cover: [{ x: 2, y: 0, width: 1, height: 1 }],
      }),
    ).toMatchObject({ code: 'INVALID' })
  })

  it('is taken back out of the feed and out of the cards; again changes nothing', async () => {
    await district.group(grid, worker)
    const { id } = await remind()
    await district.runJobs()
    const back = await worker.call('civility.withdraw', { id, reason: '已经清走了' })
    expect(back).toMatchObject({ status: 'withdrawn', can: [] })
    expect(await worker.call('civility.withdraw', { id, reason: '已经清走了' })).toEqual(back)
    expect((await neighbour.call('feed.list', {})).items).toEqual([])
    expect((await worker.call('delivery.mine', {})).items).toEqual([])
    expect(await neighbour.refused('civility.info', { id })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('reaches nobody when it was taken back before it was told', async () => {
    const { id } = await remind()
    await worker.call('civility.withdraw', { id, reason: '发错了' })
    await district.runJobs()
    expect((await neighbour.call('feed.list', {})).items).toEqual([])
  })

  it('is for the staff of the grid: other grids know nothing of it', async () => {
    const { id } = await remind()
    const reason = '不合适'
    expect(await stranger.refused('civility.withdraw', { id, reason })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await neighbour.refused('civility.withdraw', { id, reason })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await neighbour.refused('civility.remind', { words })).toMatchObject({ code: 'INVALID' })
    const other = await district.staff('grid_worker', district.newGrid())
    expect(
      await other.refused('civility.remind', {
        kind: 'noise',
        words,
        areaCode: grid,
        nobodyRecognisable: true,
      }),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })
})
