import { inDays, openDistrict, openPlace, publish, type District, type Place } from './support'

describe('announcement.answer', () => {
  let district: District
  let at: Place
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    at = await openPlace(district)
  })
  afterAll(() => district.close())

  it('is one tap; again changes nothing', async () => {
    const { id } = await publish(district, at.worker, at.grid)
    const answered = await at.neighbour.call('announcement.answer', { id })
    expect(answered.mine).toEqual({ at: expect.any(String) as string })
    expect(await at.neighbour.call('announcement.answer', { id })).toEqual(answered)
    expect((await at.worker.call('announcement.reach', { id })).total).toMatchObject({ answered: 1 })
  })

  it('is one of the choices, and may be changed until the end', async () => {
    const choices = ['来', '不来']
    const { id } = await publish(district, at.worker, at.grid, { answer: 'choice', choices })
    for (const choice of [undefined, 2]) {
      expect(await at.neighbour.refused('announcement.answer', { id, choice })).toMatchObject({
        fields: { choice: '请选一项' },
      })
    }
    await at.neighbour.call('announcement.answer', { id, choice: 0 })
    expect((await at.neighbour.call('announcement.answer', { id, choice: 1 })).mine).toMatchObject({
      choice: 1,
    })
    expect((await at.worker.call('announcement.reach', { id })).choices).toEqual([
      { label: '来', count: 0 },
      { label: '不来', count: 1 },
    ])
  })

  it('is a number to report; the numbers are added up', async () => {
    const { id } = await publish(district, at.worker, at.grid, { answer: 'number', unit: '人' })
    const second = await district.resident(at.grid)
    expect(await at.neighbour.refused('announcement.answer', { id })).toMatchObject({
      fields: { number: '请填一个数' },
    })
    await at.neighbour.call('announcement.answer', { id, number: 3 })
    await second.call('announcement.answer', { id, number: 4 })
    expect(await at.worker.call('announcement.reach', { id })).toMatchObject({ sum: 7 })
  })

  it('is not asked for where reading is enough, nor after the end', async () => {
    const read = await publish(district, at.worker, at.grid, { answer: 'read' })
    expect(await at.neighbour.refused('announcement.answer', { id: read.id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'not_asked',
    })
    const { id } = await publish(district, at.worker, at.grid, { expiresAt: inDays(district, 1) })
    district.clock.advance(25 * 3_600_000)
    expect(await at.neighbour.refused('announcement.answer', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'wrong_status',
    })
  })

  it('is for those it is meant for', async () => {
    const { id } = await publish(district, at.worker, at.grid)
    expect(await at.secretary.refused('announcement.answer', { id })).toMatchObject({ code: 'FORBIDDEN' })
    const elsewhere = await district.resident(at.other)
    expect(await elsewhere.refused('announcement.answer', { id })).toMatchObject({ code: 'NOT_FOUND' })
  })
})
