import { openDistrict, type District } from '../../support/district'
import { computed, endObjections, frozen, published } from '../../support/evaluations'
import { newCast, oneCase, type Cast } from './support'

describe('an evaluation that is fixed, published and put away', () => {
  let district: District
  let cast: Cast
  beforeAll(async () => {
    district = await openDistrict()
    cast = await newCast(district)
    await oneCase(district, cast)
  })
  afterAll(() => district.close())

  it('is not fixed while villages may still object', async () => {
    const id = await computed(district, cast.town)
    expect((await cast.town.call('evaluation.info', { id })).can).toEqual(['evaluation.compute'])
    expect(await cast.town.refused('evaluation.freeze', { id })).toMatchObject({
      code: 'CONFLICT',
      reason: 'objection_window',
    })
    await endObjections(district, id)
    const fixed = await cast.town.call('evaluation.freeze', { id })
    expect(fixed).toMatchObject({ status: 'frozen', can: ['evaluation.publish'] })
    expect(await cast.town.call('evaluation.freeze', { id })).toMatchObject({ status: 'frozen' })
  })

  it('is published once it is fixed, to everybody of the area', async () => {
    const id = await computed(district, cast.town)
    expect(await cast.town.refused('evaluation.publish', { id })).toMatchObject({ code: 'CONFLICT' })
    expect((await cast.neighbour.refused('evaluation.info', { id })).code).toBe('NOT_FOUND')
    await endObjections(district, id)
    await cast.town.call('evaluation.freeze', { id })
    expect(await cast.town.call('evaluation.publish', { id })).toMatchObject({ status: 'published' })
    const seen = await cast.neighbour.call('evaluation.info', { id })
    expect(seen).toMatchObject({ status: 'published', own: [cast.village], waiting: null, can: [] })
    expect(seen.items).toHaveLength(3)
  })

  it('posts each village its own card into the feeds of its grids, and the card is posted once', async () => {
    const id = await frozen(district, cast.town)
    await cast.town.call('evaluation.publish', { id })
    await cast.town.call('evaluation.publish', { id })
    await district.runJobs()
    const items = await district.db
      .selectFrom('feedItem')
      .selectAll()
      .where('path', 'like', `%${id}%`)
      .where('areaCode', '=', cast.grid)
      .execute()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ title: '村党组织评价', label: '评价结果' })
    expect(items[0]?.path).toContain(`areaCode=${cast.village}`)
    expect(items[0]?.body).toMatch(/^综合得分\d+\.\d/)
    const other = district.newGrid('otherVillage')
    const beside = await district.db
      .selectFrom('feedItem')
      .selectAll()
      .where('path', 'like', `%${id}%`)
      .where('areaCode', '=', other)
      .executeTakeFirstOrThrow()
    expect(beside.path).toContain(`areaCode=${other.slice(0, 12)}`)
  })

  it('is put away after it was published, and stays readable', async () => {
    const early = await frozen(district, cast.town)
    expect(await cast.town.refused('evaluation.archive', { id: early })).toMatchObject({ code: 'CONFLICT' })
    const id = await published(district, cast.town)
    expect(await cast.town.call('evaluation.archive', { id })).toMatchObject({ status: 'archived', can: [] })
    expect(await cast.town.call('evaluation.archive', { id })).toMatchObject({ status: 'archived' })
    const view = await cast.neighbour.call('evaluation.explain', { id, areaCode: cast.village })
    expect(view).toMatchObject({ evaluation: { status: 'archived' }, can: [] })
    expect((await cast.secretary.refused('evaluation.archive', { id })).code).toBe('FORBIDDEN')
    expect((await cast.secretary.refused('evaluation.freeze', { id })).code).toBe('FORBIDDEN')
    expect((await cast.secretary.refused('evaluation.publish', { id })).code).toBe('FORBIDDEN')
  })
})
