import { openDistrict, type District } from '../../support/district'
import { computed, published } from '../../support/evaluations'
import { newCast, oneCase, type Cast } from './support'

describe('evaluation.list, evaluation.info and evaluation.explain', () => {
  let district: District
  let cast: Cast
  beforeAll(async () => {
    district = await openDistrict()
    cast = await newCast(district)
    await oneCase(district, cast)
  })
  afterAll(() => district.close())

  it('show a village its own number before it is published, and those of others only after', async () => {
    const id = await computed(district, cast.town)
    const other = `${cast.grid.slice(0, 9)}002`
    const mine = await cast.secretary.call('evaluation.info', { id })
    expect(mine.items.map(({ areaCode }) => areaCode)).toEqual([cast.village])
    expect(mine.own).toEqual([cast.village])
    expect((await cast.secretary.refused('evaluation.explain', { id, areaCode: other })).code).toBe(
      'NOT_FOUND',
    )
    expect((await cast.town.call('evaluation.info', { id })).items).toHaveLength(3)
    const out = await published(district, cast.town)
    expect((await cast.secretary.call('evaluation.info', { id: out })).items).toHaveLength(3)
    expect(await cast.secretary.call('evaluation.explain', { id: out, areaCode: other })).toMatchObject({
      areaCode: other,
      objections: [],
    })
  })

  it('lead from every figure back to the number: the shares add up, and the parts make the whole', async () => {
    const id = await computed(district, cast.town)
    const { score, components, evaluation } = await cast.secretary.call('evaluation.explain', {
      id,
      areaCode: cast.village,
    })
    const counted = components.filter(({ value }) => value !== null)
    const whole = counted.reduce((sum, { value, share }) => sum + ((value ?? 0) * share) / 100, 0)
    expect(counted.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100, 9)
    expect(score).toBeCloseTo(whole, 1)
    const appeals = components.find(({ name }) => name === 'appeals')
    const { rates } = evaluation.terms ?? { rates: undefined }
    const { inTime = 0, solved = 0, satisfied = 0 } = appeals?.facts ?? {}
    expect(rates).toBeDefined()
    expect(appeals?.value).toBeCloseTo(
      ((rates?.inTime ?? 0) * inTime + (rates?.solved ?? 0) * solved + (rates?.satisfied ?? 0) * satisfied) /
        100,
      9,
    )
  })

  it('page through the villages, the surer ones of a shared place first, each once', async () => {
    const id = await published(district, cast.town)
    const village = (n: string) => `${cast.grid.slice(0, 9)}${n}`
    for (const [n, placeTo] of [['001', 3] as const, ['002', 2] as const, ['003', 3] as const]) {
      await district.db
        .updateTable('evaluationVillage')
        .set({ kind: 'town', size: 'any', placeFrom: 1, placeTo, placeOf: 3, band: 'similar' })
        .where('evaluationId', '=', id)
        .where('areaCode', '=', village(n))
        .execute()
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await cast.neighbour.call('evaluation.info', { id, limit: 1, ...(cursor && { cursor }) })
      seen.push(...page.items.map(({ areaCode }) => areaCode))
      cursor = page.nextCursor
    } while (cursor !== undefined)
    expect(seen).toEqual(['002', '001', '003'].map(village))
  })

  it('list what exists for the caller, the newest first', async () => {
    const draft = await cast.town.call('evaluation.list', { limit: 1 })
    const shown = await cast.neighbour.call('evaluation.list', { limit: 50 })
    expect(draft.items).toHaveLength(1)
    expect(draft.nextCursor).toBeDefined()
    expect(shown.items.length).toBeGreaterThan(0)
    expect(shown.items.every(({ status }) => status === 'published' || status === 'archived')).toBe(true)
    const elsewhere = await district.resident(district.newGrid('otherTown'))
    const away = await elsewhere.call('evaluation.list', { limit: 50 })
    expect(away.items.filter(({ areaCode }) => areaCode === cast.grid.slice(0, 9))).toEqual([])
    expect((await district.stranger().call('evaluation.list', {})).items).toEqual([])
  })

  it('refuse what is not one of ours', async () => {
    const id = await computed(district, cast.town)
    expect((await cast.town.refused('evaluation.explain', { id, areaCode: '1' })).fields).toEqual({
      areaCode: '请选到具体的村',
    })
    expect((await cast.town.refused('evaluation.info', { id, cursor: 'x' })).code).toBe('INVALID')
    const elsewhere = district.newGrid('otherTown').slice(0, 12)
    expect((await cast.town.refused('evaluation.explain', { id, areaCode: elsewhere })).code).toBe(
      'NOT_FOUND',
    )
  })
})
