import { openDistrict, type District, type Person } from '../../support/district'

/** What residents say in these tests. */
export const LAMP = { text: '村东头路灯坏了三天,晚上看不见路', urgency: 'today' } as const

export interface Scene {
  district: District
  grid: string
  resident: Person
  /** Lives in the same grid. */
  neighbour: Person
  worker: Person
  /** Works another grid of the same village. */
  otherWorker: Person
  village: Person
  town: Person
}

/** One grid with its people, and the levels above it. */
export async function openScene(): Promise<Scene> {
  const district = await openDistrict()
  const grid = district.newGrid()
  return {
    district,
    grid,
    resident: await district.resident(grid, { name: '钱测试', phone: '19900001234' }),
    neighbour: await district.resident(grid),
    worker: await district.staff('grid_worker', grid),
    otherWorker: await district.staff('grid_worker', district.newGrid()),
    village: await district.staff('village_secretary', grid.slice(0, 12)),
    town: await district.staff('town_officer', grid.slice(0, 9)),
  }
}
