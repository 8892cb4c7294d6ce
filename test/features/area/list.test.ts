import { openDistrict, type District, type Person } from '../../support/district'
import { TEST_DISTRICT, TOWNS, VILLAGES, townCode, villageCode } from '../../support/areas'

describe('area.list', () => {
  let district: District
  let person: Person

  beforeAll(async () => {
    district = await openDistrict()
    person = district.stranger()
  })
  afterAll(() => district.close())

  it('begins with the towns where there is one district, for anybody', async () => {
    const { parent, items } = await person.call('area.list', {})
    expect(parent).toMatchObject({ code: TEST_DISTRICT, level: 'district', name: '测试区' })
    expect(items).toHaveLength(TOWNS)
    expect(items[0]).toMatchObject({ code: townCode(1), level: 'town', fullName: '东1镇' })
  })

  it('goes down level by level, in the order of the codes', async () => {
    const villages = await person.call('area.list', { code: townCode(1) })
    expect(villages.items).toHaveLength(VILLAGES)
    const grids = await person.call('area.list', { code: villageCode(1, 1) })
    const codes = grids.items.map((item) => item.code)
    expect(codes).toEqual([...codes].sort())
    expect(grids.items[2]).toMatchObject({ name: '第3网格', fullName: '东1镇 · 柳11村 · 第3网格' })
    expect(grids.parent?.fullName).toBe('东1镇 · 柳11村')
  })

  it('ends at the grid, below which there is nothing', async () => {
    expect((await person.call('area.list', { code: district.newGrid() })).items).toEqual([])
  })

  it('does not know places that are not there', async () => {
    expect(await person.refused('area.list', { code: '123456' })).toMatchObject({
      code: 'NOT_FOUND',
      message: '没有找到这个地方,可能已经撤下了',
    })
  })

  it.each(['12345', '1234567', '', 990001])('refuses %j, which is no code', async (code) => {
    expect(await person.refused('area.list', { code })).toMatchObject({ code: 'INVALID' })
  })

  it('says at the field what is wrong with a code', async () => {
    expect(await person.refused('area.list', { code: 'north' })).toMatchObject({
      fields: { code: '没有这个地方,请重新选' },
    })
  })
})
