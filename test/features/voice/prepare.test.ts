import { randomUUID } from 'node:crypto'
import { VOICE_BYTES_MAX } from '~/types/voice'
import { openDistrict, type District, type Person } from '../../support/district'

describe('voice.prepare', () => {
  let district: District
  let resident: Person

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    resident = await district.resident(district.newGrid())
  })
  afterAll(() => district.close())

  it('says where the recording goes: to a place of its own for each', async () => {
    const one = await resident.call('voice.prepare', { bytes: 1000 })
    const two = await resident.call('voice.prepare', { bytes: 1000 })
    expect(one.cloudPath).toContain(one.voiceId)
    expect(two.cloudPath).not.toBe(one.cloudPath)
  })

  it('announces one recording for one key', async () => {
    const key = 'one-recording-only'
    const first = await resident.call('voice.prepare', { bytes: 1000 }, { key })
    expect(await resident.call('voice.prepare', { bytes: 1000 }, { key })).toEqual(first)
  })

  it.each([
    [{ bytes: VOICE_BYTES_MAX + 1 }, '这段录音太大了,请说短一些'],
    [{ bytes: 0 }, '这段录音是空的,请再说一遍'],
    [{ bytes: 1.5 }, '录音大小不对'],
    [{}, '录音大小不对'],
  ])('refuses %j', async (input, message) => {
    expect(await resident.refused('voice.prepare', input)).toMatchObject({
      code: 'INVALID',
      message,
      fields: { bytes: message },
    })
  })

  it('stops a machine after 60 recordings in an hour', async () => {
    const rows = Array.from({ length: 60 }, () => ({
      id: randomUUID(),
      userId: resident.userId,
      rawPath: 'uploads/x',
      fileKey: null,
      bytes: null,
      seconds: null,
      createdAt: district.clock.now(),
      attachedAt: null,
    }))
    await district.db.insertInto('voice').values(rows).execute()
    expect(await resident.refused('voice.prepare', { bytes: 1000 })).toMatchObject({
      code: 'RATE_LIMITED',
      message: '录音太多了,请歇一会儿再说,也可以打字',
    })
    district.clock.advance(3_700_000)
    await resident.call('voice.prepare', { bytes: 1000 })
  })
})
