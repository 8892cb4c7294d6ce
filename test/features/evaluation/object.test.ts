import { openDistrict, type District } from '../../support/district'
import { computed, endObjections } from '../../support/evaluations'
import { newCast, type Cast } from './support'

describe('evaluation.object', () => {
  let district: District
  let cast: Cast
  let id: string
  beforeAll(async () => {
    district = await openDistrict()
  })
  beforeEach(async () => {
    cast = await newCast(district)
    id = await computed(district, cast.town)
  })
  afterAll(() => district.close())
  const input = (reason = '有一件不归我们') => ({ id, areaCode: cast.village, reason })

  it('writes down why a village thinks its number is wrong, and who evaluates sees it waiting', async () => {
    const before = await cast.secretary.call('evaluation.explain', { id, areaCode: cast.village })
    expect(before.can).toEqual(['evaluation.object'])
    const view = await cast.secretary.call('evaluation.object', input())
    expect(view).toMatchObject({ can: [], objections: [{ reason: '有一件不归我们', upheld: null, can: [] }] })
    const { items } = await cast.town.call('evaluation.objections', { id })
    expect(items).toMatchObject([{ areaCode: cast.village, can: ['evaluation.decideObjection'] }])
    expect(await cast.town.call('evaluation.info', { id })).toMatchObject({ waiting: 1 })
  })

  it('stands once when it is sent again, and waits for its decision before another', async () => {
    await cast.secretary.call('evaluation.object', input())
    const again = await cast.secretary.call('evaluation.object', input())
    expect(again.objections).toHaveLength(1)
    expect(await cast.secretary.refused('evaluation.object', input('还有一件'))).toMatchObject({
      code: 'CONFLICT',
      reason: 'objection_waiting',
    })
  })

  it('comes too late when the time for it is over', async () => {
    await endObjections(district, id)
    expect(await cast.secretary.refused('evaluation.object', input())).toMatchObject({
      code: 'CONFLICT',
      reason: 'objection_window',
    })
    expect((await cast.secretary.call('evaluation.explain', { id, areaCode: cast.village })).can).toEqual([])
  })

  it('is for the secretary of the village alone', async () => {
    const other = await district.staff('village_secretary', district.newGrid('otherVillage').slice(0, 12))
    expect((await other.refused('evaluation.object', input())).code).toBe('NOT_FOUND')
    expect((await cast.town.refused('evaluation.object', input())).code).toBe('FORBIDDEN')
    const elsewhere = await district.staff('village_secretary', district.newGrid('otherTown').slice(0, 12))
    expect((await elsewhere.refused('evaluation.object', input())).code).toBe('NOT_FOUND')
  })

  it('needs a reason', async () => {
    const error = await cast.secretary.refused('evaluation.object', input(' '))
    expect(error).toMatchObject({ code: 'INVALID', fields: { reason: '请填写理由' } })
  })
})
