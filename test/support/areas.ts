import type { NewRow } from '~/cloudfunctions/core/schema'

/** A small district for tests: 2 towns × 3 villages × 999 grids, so that each test can have grids of its own. */
export const TEST_DISTRICT = '990001'
export const TOWNS = 2
export const VILLAGES = 3
export const GRIDS = 999

const pad = (n: number) => String(n).padStart(3, '0')
export const townCode = (town: number) => `${TEST_DISTRICT}${pad(town)}`
export const villageCode = (town: number, village: number) => `${townCode(town)}${pad(village)}`
export const gridCode = (town: number, village: number, grid: number) =>
  `${villageCode(town, village)}${pad(grid)}`

export function makeTestAreas(): NewRow<'area'>[] {
  const areas: NewRow<'area'>[] = [
    {
      code: TEST_DISTRICT,
      level: 'district',
      parentCode: null,
      name: '测试区',
      latitude: 40,
      longitude: 117,
    },
  ]
  for (let town = 1; town <= TOWNS; town += 1) {
    const at = { latitude: 40 + town / 10, longitude: 117 + town / 10 }
    areas.push({ code: townCode(town), level: 'town', parentCode: TEST_DISTRICT, name: `东${town}镇`, ...at })
    for (let village = 1; village <= VILLAGES; village += 1) {
      const code = villageCode(town, village)
      areas.push({ code, level: 'village', parentCode: townCode(town), name: `柳${town}${village}村`, ...at })
      for (let grid = 1; grid <= GRIDS; grid += 1) {
        const point = { latitude: at.latitude + village / 100 + grid / 100_000, longitude: at.longitude }
        const name = `第${grid}网格`
        areas.push({ code: gridCode(town, village, grid), level: 'grid', parentCode: code, name, ...point })
      }
    }
  }
  return areas
}
