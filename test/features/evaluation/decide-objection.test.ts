import { openDistrict, type District } from '../../support/district'
import { computed, endObjections } from '../../support/evaluations'
import { NO_ID } from '../../support/records'
import { newCast, oneCase, type Cast } from './support'

describe('evaluation.decideObjection', () => {
  let district: District
  let cast: Cast
  let evaluationId: string
  let id: string
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    cast = await newCast(district)
    await oneCase(district, cast)
    evaluationId = await computed(district, cast.town)
    const input = { id: evaluationId, areaCode: cast.village, reason: '有一件不归我们' }
    id = (await cast.secretary.call('evaluation.object', input)).objections[0]?.id ?? ''
  })
  afterAll(() => district.close())
  const explain = () =>
    cast.secretary.call('evaluation.explain', { id: evaluationId, areaCode: cast.village })

  it('leaves the number as it is when the village is not right, and keeps the reasons', async () => {
    const before = await explain()
    const view = await cast.town.call('evaluation.decideObjection', { id, upheld: false, words: '归村里' })
    expect(view).toMatchObject({ upheld: false, words: '归村里', leftOut: null, can: [] })
    const after = await explain()
    expect([after.score, after.objections[0]?.words]).toEqual([before.score, '归村里'])
    expect(before.score).not.toBeNull()
    // What is decided leaves room for another objection.
    expect(after.can).toEqual(['evaluation.object'])
  })

  it('leaves a component out for the village when it is right, and works all out again', async () => {
    const input = { id, upheld: true, words: '说得对', leaveOut: 'appeals' } as const
    await cast.town.call('evaluation.decideObjection', input)
    const { components, evaluation } = await explain()
    expect(components.find(({ name }) => name === 'appeals')).toMatchObject({
      value: null,
      share: 0,
      leftOut: 'objection',
    })
    expect(evaluation.edition).toBe(1)
    await cast.town.call('evaluation.compute', { id: evaluationId })
    expect((await explain()).components.find(({ name }) => name === 'appeals')?.leftOut).toBe('objection')
  })

  it('stands when it is sent again, and is not decided another way', async () => {
    const input = { id, upheld: false, words: '归村里' }
    await cast.town.call('evaluation.decideObjection', input)
    expect(await cast.town.call('evaluation.decideObjection', input)).toMatchObject({ upheld: false })
    expect(await cast.town.refused('evaluation.decideObjection', { ...input, upheld: true })).toMatchObject({
      code: 'CONFLICT',
      reason: 'objection_decided',
    })
  })

  it('is not for who objected, who is not asked by another office either', async () => {
    const { db, clock } = district
    const both = await district.staff('village_secretary', cast.village)
    const { areaCode } = cast.town
    await db
      .insertInto('assignment')
      .values({
        id: crypto.randomUUID(),
        userId: both.userId,
        role: 'town_officer',
        areaCode,
        departmentCode: null,
        fromAt: new Date(clock.now().getTime() - 1000),
        toAt: null,
        givenBy: null,
        endedBy: null,
        endReason: null,
      })
      .execute()
    await cast.town.call('evaluation.decideObjection', { id, upheld: false, words: '归村里' })
    const input = { id: evaluationId, areaCode: cast.village, reason: '再看看' }
    const { objections } = await both.call('evaluation.object', input)
    const own = objections.at(-1)
    expect(own?.can).toEqual([])
    const decision = { id: own?.id ?? '', upheld: true, words: '对' }
    expect((await both.refused('evaluation.decideObjection', decision)).code).toBe('FORBIDDEN')
  })

  it('is for who evaluates the area, with words', async () => {
    const decision = { id, upheld: true, words: '对' }
    expect((await cast.secretary.refused('evaluation.decideObjection', decision)).code).toBe('FORBIDDEN')
    const other = await district.staff('town_officer', district.newGrid('otherTown').slice(0, 9))
    expect((await other.refused('evaluation.decideObjection', decision)).code).toBe('NOT_FOUND')
    expect((await cast.town.refused('evaluation.decideObjection', { ...decision, id: NO_ID })).code).toBe(
      'NOT_FOUND',
    )
    expect(
      (await cast.town.refused('evaluation.decideObjection', { ...decision, words: '' })).fields,
    ).toEqual({
      words: '请填写裁定的理由',
    })
    const both = { id, upheld: false, words: '不对', leaveOut: 'appeals' }
    expect((await cast.town.refused('evaluation.decideObjection', both)).fields).toHaveProperty('leaveOut')
  })

  it('comes before the number is fixed', async () => {
    await endObjections(district, evaluationId)
    expect(await cast.town.refused('evaluation.freeze', { id: evaluationId })).toMatchObject({
      code: 'CONFLICT',
      reason: 'objection_waiting',
    })
    await cast.town.call('evaluation.decideObjection', { id, upheld: false, words: '归村里' })
    expect(await cast.town.call('evaluation.freeze', { id: evaluationId })).toMatchObject({
      status: 'frozen',
    })
  })
})
