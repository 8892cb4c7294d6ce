import type { HelpAskInput } from '~/types/help'
import { openDistrict, type District, type Person } from '../../support/district'

/** What neighbours ask for in these tests. */
export const LADDER: HelpAskInput = { text: '想借一把梯子换灯泡', kind: 'lend', part: 'any', way: 'first' }
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

export interface Scene {
  district: District
  grid: string
  asker: Person
  /** Lives in the same grid, known by the group. */
  neighbour: Person
  other: Person
  /** Lives in another grid of the village. */
  villager: Person
  /** Lives in another village of the town. */
  townsman: Person
  worker: Person
  otherWorker: Person
  village: Person
  town: Person
}

/** One grid with its people, those around it, and the levels above. */
export async function openScene(): Promise<Scene> {
  const district = await openDistrict()
  const grid = district.newGrid()
  return {
    district,
    grid,
    asker: await district.resident(grid, { name: '钱求助', phone: '19900001234' }),
    neighbour: await district.resident(grid, { name: '孙热心', phone: '19900005678' }),
    other: await district.resident(grid, { name: '李邻居' }),
    villager: await district.resident(district.newGrid(), { name: '周同村' }),
    townsman: await district.resident(district.newGrid('otherVillage'), { name: '吴同镇' }),
    worker: await district.staff('grid_worker', grid),
    otherWorker: await district.staff('grid_worker', district.newGrid()),
    village: await district.staff('village_secretary', grid.slice(0, 12)),
    town: await district.staff('town_officer', grid.slice(0, 9)),
  }
}

/** A request of the asker. More than a day's worth is asked for in one file, so each counts as older. */
export async function ask({ asker, district: { db, clock } }: Scene, change: Partial<HelpAskInput> = {}) {
  const view = await asker.call('help.ask', { ...LADDER, ...change })
  const askedAt = new Date(clock.now().getTime() - 26 * HOUR)
  await db.updateTable('help').set({ askedAt }).where('id', '=', view.id).execute()
  return view.id
}

/** A request that the neighbour has taken. */
export async function askAndTake(scene: Scene, change: Partial<HelpAskInput> = {}): Promise<string> {
  const id = await ask(scene, change)
  await scene.neighbour.call('help.take', { id })
  return id
}

/** A request that both say is done. */
export async function askAndFinish(scene: Scene): Promise<string> {
  const id = await askAndTake(scene)
  await scene.asker.call('help.done', { id })
  await scene.neighbour.call('help.done', { id })
  return id
}

/** Cards of the grid's feed about the request. */
export async function feedAbout({ district, grid }: Scene, id: string) {
  return district.db
    .selectFrom('feedItem')
    .select(['label', 'title', 'body', 'tone'])
    .where('areaCode', '=', grid)
    .where('path', 'like', `%${id}`)
    .orderBy('at')
    .execute()
}

export const hidden = { code: 'NOT_FOUND' }
export const wrongPerson = { code: 'FORBIDDEN' }
export const tooLate = { code: 'CONFLICT', reason: 'wrong_status' }
