import { openDistrict, type District, type Person } from '../support/district'

describe('a key of the client', () => {
  let district: District
  let grid: string
  let resident: Person
  const input = { text: '门口垃圾桶满了', urgency: 'soon', place: '南门' } as const

  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    grid = district.newGrid()
    resident = await district.resident(grid)
  })
  afterAll(() => district.close())

  const casesOf = async (person: Person) => (await person.call('appeal.list', { list: 'mine' })).items.length

  it('gives the first answer again, to the byte, even after the case has moved on', async () => {
    const key = 'same-key-same-input'
    const first = await resident.call('appeal.submit', input, { key })
    const worker = await district.staff('grid_worker', grid)
    await worker.call('appeal.accept', { id: first.id })
    const second = await resident.call('appeal.submit', input, { key })
    expect(JSON.stringify(second)).toBe(JSON.stringify(first))
    expect(await casesOf(resident)).toBe(1)
  })

  it('knows the same input in another order of its properties', async () => {
    const key = 'same-key-other-order'
    const first = await resident.call('appeal.submit', input, { key })
    const turned = { place: '南门', urgency: 'soon', text: '门口垃圾桶满了' } as const
    expect(await resident.call('appeal.submit', turned, { key })).toEqual(first)
  })

  it('is refused with another input or for another action', async () => {
    const key = 'one-key-for-one-thing'
    await resident.call('appeal.submit', input, { key })
    const refused = {
      code: 'CONFLICT',
      reason: 'key_reused',
      message: '这次提交和上次的内容不一样,请返回重新提交',
    }
    const other = { ...input, text: '井盖没了' }
    expect(await resident.refused('appeal.submit', other, { key })).toMatchObject(refused)
    expect(await resident.refused('me.consent', { version: 1 }, { key })).toMatchObject(refused)
    expect(await casesOf(resident)).toBe(1)
  })

  it('belongs to one person: the same key of somebody else is another key', async () => {
    const key = 'a-key-that-two-people-use'
    const neighbour = await district.resident(grid)
    const mine = await resident.call('appeal.submit', input, { key })
    const theirs = await neighbour.call('appeal.submit', input, { key })
    expect(theirs.id).not.toBe(mine.id)
    expect(await casesOf(neighbour)).toBe(1)
  })

  it('is free again when the act was refused, so that the corrected one can use it', async () => {
    const key = 'refused-the-first-time'
    const wrong = { ...input, areaCode: '999999999999999' }
    expect(await resident.refused('appeal.submit', wrong, { key })).toMatchObject({ code: 'INVALID' })
    await resident.call('appeal.submit', input, { key })
  })

  it('makes one case of twenty calls at once, all with the same answer', async () => {
    const key = 'twenty-at-the-same-time'
    const calls = Array.from({ length: 20 }, () => resident.call('appeal.submit', input, { key }))
    const answers = (await Promise.all(calls)).map((answer) => JSON.stringify(answer))
    expect(new Set(answers).size).toBe(1)
    expect(await casesOf(resident)).toBe(1)
  })

  it('has 8 to 255 characters', async () => {
    for (const key of ['', 'short', 'x'.repeat(256), 12345678]) {
      const call = resident.refused('appeal.submit', input, { key: key as string })
      expect(await call).toMatchObject({
        code: 'INVALID',
        fields: { key: '提交编号不对,请返回重新提交' },
      })
    }
    await resident.call('appeal.submit', input, { key: 'x'.repeat(255) })
  })

  it('is forgotten after seven days, not before', async () => {
    const key = 'seven-days-and-no-more'
    const first = await resident.call('appeal.submit', input, { key })
    district.clock.advance(6.9 * 86_400_000)
    await district.runJobs()
    expect(await resident.call('appeal.submit', input, { key })).toEqual(first)
    district.clock.advance(0.2 * 86_400_000)
    await district.runJobs()
    expect((await resident.call('appeal.submit', input, { key })).id).not.toBe(first.id)
  })
})
