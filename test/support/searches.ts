import type { Input } from '~/types/api'
import type { Db } from '~/cloudfunctions/core/db'
import type { NewRow } from '~/cloudfunctions/core/schema'
import type { District, Person } from './district'

/** Grids of a district of its own, on a line to the north; towns, villages and grids by number. */
export const SEARCHED = '990002'
const pad = (n: number) => String(n).padStart(3, '0')
export const at = (town: number, village = 0, grid = 0) =>
  SEARCHED + [town, village, grid].map((n) => (n === 0 ? '' : pad(n))).join('')

/** Middles of the grids: town 1 has two villages, town 2 adjoins it, town 3 lies far away. Kilometres to the north. */
const GRIDS: [town: number, village: number, grid: number, km: number][] = [
  [1, 1, 1, 0],
  [1, 1, 2, 0.5],
  [1, 1, 3, 1.5],
  [1, 2, 1, 3],
  [1, 2, 2, 4],
  [2, 1, 1, 4.8],
  [2, 1, 2, 7],
  [3, 1, 1, 20],
]
const LATITUDE = 40
export const northOf = (km: number) => ({ latitude: LATITUDE + km / 111.195, longitude: 117 })

export async function makeAreas(db: Db): Promise<void> {
  const rows = new Map<string, NewRow<'area'>>()
  const add = (code: string, level: NewRow<'area'>['level'], name: string, km: number) => {
    const parentCode = level === 'district' ? null : code.slice(0, -3)
    rows.set(code, rows.get(code) ?? { code, level, parentCode, name, ...northOf(km) })
  }
  add(SEARCHED, 'district', '寻人区', 0)
  for (const [town, village, grid, km] of GRIDS) {
    add(at(town), 'town', `北${town}镇`, km)
    add(at(town, village), 'village', `杨${town}${village}村`, km)
    add(at(town, village, grid), 'grid', `第${grid}网格`, km)
  }
  await db
    .insertInto('area')
    .values([...rows.values()])
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** The numbers of the domain rules in force, and no search of earlier tests; both until `restore`. */
export async function openSearches(district: District): Promise<{ restore(): Promise<void> }> {
  const { db } = district
  await makeAreas(db)
  await forgetSearches(db)
  const kept = await db
    .selectFrom('setting')
    .selectAll()
    .where('name', 'like', 'missing.%')
    .where('version', '>', 1)
    .execute()
  await db.deleteFrom('setting').where('name', 'like', 'missing.%').where('version', '>', 1).execute()
  return {
    async restore() {
      await forgetSearches(db)
      await db
        .insertInto('setting')
        .values(kept.map((row) => ({ ...row, value: JSON.stringify(row.value) })))
        .execute()
    },
  }
}

async function forgetSearches(db: Db): Promise<void> {
  for (const table of ['feedItem', 'delivery'] as const) {
    await db.deleteFrom(table).where('eventKey', 'like', 'missing:%').execute()
  }
  for (const table of [
    'missingStep',
    'missingSighting',
    'missingSearcher',
    'missingOpening',
    'missing',
    'broadcastGrid',
    'broadcast',
  ] as const) {
    await db.deleteFrom(table).execute()
  }
}

/** A report that everything is right with; a man of 72 who left an hour ago. */
export function report(
  { clock }: Pick<District, 'clock'>,
  more: Partial<Input<'missing.report'>> = {},
): Input<'missing.report'> {
  return {
    sex: 'male',
    age: 72,
    looks: '深色外套,中等身材',
    travel: 'bicycle',
    place: '村东头小卖部',
    lastSeenAt: new Date(clock.now().getTime() - 3_600_000).toISOString(),
    areaCode: at(1, 1, 1),
    kinship: 'child',
    contactName: '钱测试',
    contactPhone: '19900001234',
    agreed: true,
    ...more,
  }
}

/** Everybody of a search: the family, who leads it, the police, a neighbour, and somebody of another town. */
export interface Searchers {
  family: Person
  worker: Person
  village: Person
  town: Person
  above: Person
  police: Person
  neighbour: Person
  elsewhere: Person
}

export async function takeSearchers(district: District): Promise<Searchers> {
  return {
    family: await district.resident(at(1, 1, 1)),
    worker: await district.staff('grid_worker', at(1, 1, 1)),
    village: await district.staff('village_secretary', at(1, 1)),
    town: await district.staff('town_officer', at(1)),
    above: await district.staff('district_officer', SEARCHED),
    police: await district.staff('department_officer', SEARCHED, { departmentCode: 'police' }),
    neighbour: await district.resident(at(1, 1, 2)),
    elsewhere: await district.resident(at(3, 1, 1)),
  }
}

/** A case of the family that the worker has verified. */
export async function searchFor(
  district: District,
  { family, worker }: Pick<Searchers, 'family' | 'worker'>,
  more: Partial<Input<'missing.report'>> = {},
): Promise<string> {
  const { id } = await family.call('missing.report', report(district, more))
  await worker.call('missing.verify', { id, words: '给家属打过电话' })
  return id
}

/** Grids in whose feed an event stands, in the order in which they were told of it. */
export async function toldUnder(db: Db, key: string): Promise<string[]> {
  const rows = await db
    .selectFrom('feedItem')
    .innerJoin('broadcast', 'broadcast.key', 'feedItem.eventKey')
    .innerJoin('broadcastGrid', (join) =>
      join
        .onRef('broadcastGrid.broadcastId', '=', 'broadcast.id')
        .onRef('broadcastGrid.areaCode', '=', 'feedItem.areaCode'),
    )
    .select('feedItem.areaCode')
    .where('feedItem.eventKey', '=', key)
    .orderBy('broadcastGrid.toldAt')
    .orderBy('broadcastGrid.queuedAt')
    .orderBy('broadcastGrid.position')
    .execute()
  return rows.map(({ areaCode }) => areaCode)
}

export const toldOf = (db: Db, id: string) => toldUnder(db, `missing:${id}`)
