import type { Db } from '~/cloudfunctions/core/db'
import { notFound } from '~/cloudfunctions/core/errors'
import { termsOf } from '~/cloudfunctions/features/area/commands/search'
import { areaViews } from '~/cloudfunctions/features/area/queries'
import { searchAreas } from '~/cloudfunctions/features/area/repo'
import { OPEN_APPEAL_STATUSES } from '~/types/appeal'
import { areaCodeAt, type AreaLevel } from '~/types/area'
import { ROLE_LEVEL, type Role } from '~/types/roles'
import { showcaseGrid } from '../seed/plan'
import { groupsOf, listPeople } from './people'
import type { AreaHitView, GridView, PersonView } from './views'

/** Roles that the page offers, from the grid upwards, and how many people of each. */
const CAST: [Role, number][] = [
  ['grid_worker', 2],
  ['village_secretary', 1],
  ['town_officer', 1],
  ['department_officer', 12],
  ['district_officer', 1],
]
const RESIDENTS = 4
const HITS = 20

/** One grid as the page needs it: names, groups, and who can be played there. */
export async function presentGrid(db: Db, now: Date, code: string): Promise<GridView> {
  const village = areaCodeAt(code, 'village')
  const town = areaCodeAt(code, 'town')
  const areas = await areaViews(db, [code, village, town])
  const area = areas.get(code)
  if (area === undefined || area.level !== 'grid') {
    throw notFound('个网格')
  }
  const staff: PersonView[] = []
  for (const [role, limit] of CAST) {
    const people = await listPeople(db, now, { role, area: areaCodeAt(code, ROLE_LEVEL[role]), limit })
    staff.push(...people.filter((person) => person.areaCode === areaCodeAt(code, ROLE_LEVEL[role])))
  }
  const { count } = await db
    .selectFrom('membership')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('areaCode', '=', code)
    .where('until', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    code,
    name: area.name,
    villageName: areas.get(village)?.name ?? '',
    townName: areas.get(town)?.name ?? '',
    groups: (await groupsOf(db, [code])).get(code) ?? [],
    members: count,
    residents: await listPeople(db, now, { role: 'resident', area: code, limit: RESIDENTS }),
    staff,
  }
}

/** Grids by the names of village and grid: "西柏店3". */
export async function searchGrids(db: Db, words: string): Promise<AreaHitView[]> {
  const rows = await searchAreas(db, { terms: termsOf(words), level: 'grid', point: undefined, limit: HITS })
  const views = await areaViews(
    db,
    rows.map((row) => row.code),
  )
  return rows.map(({ code, name }) => ({ code, name, fullName: views.get(code)?.fullName ?? name }))
}

/** The grid that the page shows first. */
export async function firstGrid(db: Db): Promise<string | null> {
  const areas = await db.selectFrom('area').selectAll().orderBy('code').execute()
  const at = (level: AreaLevel) => areas.filter((area) => area.level === level)
  const [district] = at('district')
  return district === undefined
    ? null
    : (showcaseGrid({ district, towns: at('town'), villages: at('village'), grids: at('grid') }) ?? null)
}

/** When the next open appeal of the grid is due. */
export async function nextDue(db: Db, now: Date, code: string): Promise<Date | null> {
  const row = await db
    .selectFrom('appeal')
    .select((eb) => eb.fn.min('dueAt').as('dueAt'))
    .where('areaCode', '=', code)
    .where('status', 'in', OPEN_APPEAL_STATUSES)
    .where('dueAt', '>', now)
    .executeTakeFirst()
  return row?.dueAt ?? null
}
