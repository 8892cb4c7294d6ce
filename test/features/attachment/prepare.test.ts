import { ATTACHMENT_LIMITS } from '~/types/attachment'
import { openDistrict, type District, type Person } from '../../support/district'

describe('attachment.prepare', () => {
  let district: District
  let worker: Person
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    worker = await district.staff('grid_worker', district.newGrid())
  })
  afterAll(() => district.close())

  it('says where the document goes: to a place of its own for each, and for one key to one', async () => {
    const input = { name: '体检名单.pdf', bytes: 1000 }
    const one = await worker.call('attachment.prepare', input, { key: 'one-document' })
    const two = await worker.call('attachment.prepare', input)
    expect(one.cloudPath).toBe(`uploads/${one.attachmentId}`)
    expect(two.cloudPath).not.toBe(one.cloudPath)
    expect(await worker.call('attachment.prepare', input, { key: 'one-document' })).toEqual(one)
  })

  it.each([
    [{ name: '表.xlsx', bytes: ATTACHMENT_LIMITS.bytes + 1 }, { bytes: '文件超过10MB了,请换一个小一点的' }],
    [{ name: '表.xlsx', bytes: 0 }, { bytes: '这个文件是空的' }],
    [{ name: '../../表.xlsx', bytes: 1 }, { name: '文件名里有不能用的符号,请改个名字' }],
    [{ name: ' ', bytes: 1 }, { name: '请填写文件名' }],
    [{ name: '长'.repeat(61), bytes: 1 }, { name: '文件名最多60个字,请短一些' }],
    [{}, { name: '请填写文件名', bytes: '文件大小不对' }],
  ])('refuses %j', async (input, fields) => {
    expect(await worker.refused('attachment.prepare', input)).toMatchObject({ code: 'INVALID', fields })
  })

  it('is for those who send announcements', async () => {
    const resident = await district.resident(worker.areaCode)
    const refusal = await resident.refused('attachment.prepare', { name: '表.pdf', bytes: 1 })
    expect(refusal).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('ends at thirty in an hour', async () => {
    for (let n = 0; n < 30; n += 1) {
      await worker.call('attachment.prepare', { name: '表.pdf', bytes: 1 })
    }
    const input = { name: '表.pdf', bytes: 1 }
    expect(await worker.refused('attachment.prepare', input)).toMatchObject({ code: 'RATE_LIMITED' })
    district.clock.advance(3_600_001)
    await worker.call('attachment.prepare', input)
  })
})
