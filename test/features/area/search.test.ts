import { openDistrict, type District, type Person } from '../../support/district'
import { gridCode, TOWNS, villageCode, VILLAGES } from '../../support/areas'

describe('area.search', () => {
  let district: District
  let person: Person

  beforeAll(async () => {
    district = await openDistrict()
    person = district.stranger()
  })
  afterAll(() => district.close())

  it.each(['柳 3', '柳3', '柳第3网格', '柳 · 第3网格', '柳,3格'])(
    'finds the third grid of each village by %s',
    async (words) => {
      const { items } = await person.call('area.search', { words })
      expect(items).toHaveLength(TOWNS * VILLAGES)
      expect(new Set(items.map((item) => item.name))).toEqual(new Set(['第3网格']))
    },
  )

  it('finds places by part of a name, the wider ones first', async () => {
    const { items } = await person.call('area.search', { words: '东' })
    expect(items[0]).toMatchObject({ level: 'town' })
    expect(items.some((item) => item.level === 'district')).toBe(false)
  })

  it('gives the nearest first, with the distance, when it knows where the caller is', async () => {
    // Beside the tenth grid of the second village of the first town.
    const point = { latitude: 40.1 + 0.02 + 10 / 100_000, longitude: 117.1 }
    const { items } = await person.call('area.search', { level: 'grid', ...point })
    expect(items[0]).toMatchObject({ code: gridCode(1, 2, 10), distanceKm: 0 })
    const distances = items.map((item) => item.distanceKm ?? 0)
    expect(distances).toEqual([...distances].sort((a, b) => a - b))
  })

  it('counts distances along the surface of the earth', async () => {
    const { items } = await person.call('area.search', { level: 'village', latitude: 41.1, longitude: 117.1 })
    const village = items.find((item) => item.code === villageCode(1, 1))
    expect(village?.distanceKm).toBeCloseTo(111.2, 0)
  })

  it('gives fifty at most, and nothing for a name that nobody has', async () => {
    expect((await person.call('area.search', {})).items).toHaveLength(50)
    expect((await person.call('area.search', { words: '没有这个名字' })).items).toEqual([])
  })

  it('takes signs of the query language for plain letters', async () => {
    for (const words of ['%', '_', "'; DROP TABLE area; --"]) {
      expect((await person.call('area.search', { words })).items).toEqual([])
    }
  })

  it('says at the field what is wrong with the input', async () => {
    expect(await person.refused('area.search', { words: '长'.repeat(41) })).toMatchObject({
      code: 'INVALID',
      fields: { words: '名字最多40个字,请短一些' },
    })
    const { fields } = await person.refused('area.search', { level: 'planet', latitude: 91, longitude: -181 })
    expect(Object.keys(fields ?? {})).toEqual(['level', 'latitude', 'longitude'])
  })
})
