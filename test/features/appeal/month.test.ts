import { monthBounds, monthsUntil, sharesOf } from '~/cloudfunctions/features/appeal/month'
import type { CaseTally } from '~/cloudfunctions/features/appeal/queries'
import { DONE, openScene, type Scene } from './support'

describe('appeal.month', () => {
  let scene: Scene
  let village = ''
  let month = ''

  beforeAll(async () => {
    scene = await openScene()
    village = scene.grid.slice(0, 12)
    month = (await scene.resident.call('appeal.month', {})).month
    const said = { outcome: 'solved', satisfaction: 'satisfied' } as const
    for (let n = 0; n < 6; n += 1) {
      const id = await scene.submit({ category: 'road', private: n === 0 })
      await scene.worker.call('appeal.accept', { id, words: '马上看' })
      await scene.worker.call('appeal.finish', { id, ...DONE })
      await scene.resident.call('appeal.rate', {
        id,
        ...said,
        ...(n === 5 && { outcome: 'partly', satisfaction: 'dissatisfied' }),
      })
    }
    await scene.submit({ category: 'heating' })
    await scene.resident.call('appeal.withdraw', { id: await scene.submit({ category: 'land' }) })
  })
  afterAll(() => scene.district.close())

  it('counts what the people of a place asked for, private cases among them, and what came of it', async () => {
    expect(await scene.resident.call('appeal.month', {})).toMatchObject({
      area: { code: village },
      running: true,
      total: 8,
      done: 6,
      open: 1,
      withdrawn: 1,
      inTime: 100,
      reached: 6,
      // Five and a half of six; five of six.
      solved: 92,
      satisfied: 83,
    })
  })

  it('does not tell small categories apart', async () => {
    const { categories } = await scene.resident.call('appeal.month', { areaCode: village })
    expect(categories).toEqual([
      { category: 'road', count: 6 },
      { category: 'other', count: 2 },
    ])
  })

  it('is of the village, the town and the district around the caller, and anybody may read any', async () => {
    const { areas } = await scene.resident.call('appeal.month', {})
    expect(areas.map(({ code }) => code)).toEqual([village, village.slice(0, 9), village.slice(0, 6)])
    const town = await scene.town.call('appeal.month', {})
    expect(town.area.code).toBe(village.slice(0, 9))
    expect(town.total).toBeGreaterThanOrEqual(8)
    const other = await scene.district.resident(scene.district.newGrid())
    expect((await other.call('appeal.month', { areaCode: village })).total).toBe(8)
  })

  it('counts late what nobody was spoken to about in time', async () => {
    const id = await scene.submit({ category: 'road' })
    await scene.worker.call('appeal.accept', { id })
    scene.district.clock.advance(3 * 3_600_000)
    await scene.worker.call('appeal.finish', { id, ...DONE })
    const { inTime } = await scene.resident.call('appeal.month', { areaCode: village, month })
    expect(inTime).toBe(86)
  })

  it('says at the field what is wrong', async () => {
    const { refused } = scene.resident
    expect(await refused('appeal.month', { areaCode: scene.grid })).toMatchObject({
      code: 'INVALID',
      fields: { areaCode: '只公布到村和社区' },
    })
    expect(await refused('appeal.month', { month: '2026-13' })).toMatchObject({
      fields: { month: '请选月份' },
    })
    expect(await refused('appeal.month', { month: '2019-01' })).toMatchObject({
      fields: { month: '只能看最近12个月' },
    })
    expect(await refused('appeal.month', { areaCode: '999999' })).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('shares', () => {
  const few = { counted: 4, late: 1, reached: 4, solved: 4, partly: 0 } as CaseTally
  const satisfactions = {
    very_satisfied: 2,
    satisfied: 1,
    fairly_satisfied: 0,
    dissatisfied: 1,
    very_dissatisfied: 0,
  }

  it('are given of five and more, of all villages together', () => {
    expect(sharesOf([])).toEqual({ inTime: null, reached: 0, solved: null, satisfied: null })
    expect(sharesOf([{ ...few, satisfactions }])).toMatchObject({ inTime: null, reached: 4, solved: null })
    const two = [
      { ...few, satisfactions },
      { ...few, satisfactions, solved: 1, partly: 2 },
    ]
    expect(sharesOf(two)).toEqual({ inTime: 75, reached: 8, solved: 75, satisfied: 75 })
  })
})

describe('months', () => {
  it('begin and end at midnight in Shanghai', () => {
    expect(monthBounds('2024-02')).toEqual({
      from: new Date('2024-01-31T16:00:00Z'),
      to: new Date('2024-02-29T16:00:00Z'),
    })
    expect(monthBounds('2026-12').to).toEqual(new Date('2026-12-31T16:00:00Z'))
  })

  it('are the last twelve, the running one first, also over the turn of a year', () => {
    const months = monthsUntil(new Date('2026-01-31T16:00:00Z'))
    expect(months).toHaveLength(12)
    expect(months.slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12'])
  })
})
