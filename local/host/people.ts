import { sql } from 'kysely'
import { inScopes } from '~/cloudfunctions/core/actor'
import type { Db } from '~/cloudfunctions/core/db'
import { areaViews } from '~/cloudfunctions/features/area/queries'
import type { PersonRole, PersonView } from './views'

export interface PeopleQuery {
  role?: PersonRole
  /** Prefix of the area's code. */
  area?: string
  /** Part of the name. */
  words?: string
  limit: number
}

type Found = Omit<PersonView, 'areaName' | 'opengid' | 'departmentName'> & { departmentName: string | null }

/** People of the district to play: staff first, then residents. Local only: names are shown in full. */
export async function listPeople(db: Db, now: Date, query: PeopleQuery): Promise<PersonView[]> {
  const staff = query.role === 'resident' ? [] : await findStaff(db, now, query)
  const wanted = query.role === undefined || query.role === 'resident' ? query.limit - staff.length : 0
  const residents = wanted > 0 ? await findResidents(db, now, { ...query, limit: wanted }) : []
  return withPlaces(db, [...staff, ...residents])
}

async function findStaff(db: Db, now: Date, { role, area, words, limit }: PeopleQuery): Promise<Found[]> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('appUser', 'appUser.id', 'assignment.userId')
    .leftJoin('department', 'department.code', 'assignment.departmentCode')
    .select([
      'appUser.openid',
      'appUser.id as userId',
      'appUser.name',
      'assignment.role',
      'assignment.areaCode',
    ])
    .select('department.name as departmentName')
    .where('appUser.openid', 'is not', null)
    .where('fromAt', '<=', now)
    .where((eb) => eb.or([eb('toAt', 'is', null), eb('toAt', '>', now)]))
    .$if(role !== undefined, (q) => q.where('assignment.role', '=', role as never))
    .$if(area !== undefined, (q) => q.where(inScopes('assignment.areaCode', [area ?? ''])))
    .$if(words !== undefined, (q) => q.where(sql<boolean>`position(${words} in app_user.name) > 0`))
    .orderBy('assignment.areaCode')
    .orderBy('assignment.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, openid: row.openid ?? '' }))
}

async function findResidents(db: Db, now: Date, { area, words, limit }: PeopleQuery): Promise<Found[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('appUser', 'appUser.id', 'membership.userId')
    .select(['appUser.openid', 'appUser.id as userId', 'appUser.name', 'membership.areaCode'])
    .where('membership.until', 'is', null)
    .where('appUser.openid', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('assignment')
            .select('assignment.id')
            .whereRef('assignment.userId', '=', 'appUser.id')
            .where((eb) => eb.or([eb('toAt', 'is', null), eb('toAt', '>', now)])),
        ),
      ),
    )
    .$if(area !== undefined, (q) => q.where(inScopes('membership.areaCode', [area ?? ''])))
    .$if(words !== undefined, (q) => q.where(sql<boolean>`position(${words} in app_user.name) > 0`))
    .orderBy('membership.areaCode')
    .orderBy('membership.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, openid: row.openid ?? '', role: 'resident', departmentName: null }))
}

async function withPlaces(db: Db, people: Found[]): Promise<PersonView[]> {
  const codes = [...new Set(people.map((person) => person.areaCode))]
  const areas = await areaViews(db, codes)
  const groups = await groupsOf(db, codes)
  return people.map(({ departmentName, ...person }) => {
    const opengid = groups.get(person.areaCode)?.[0]
    return {
      ...person,
      areaName: areas.get(person.areaCode)?.fullName ?? '',
      ...(departmentName !== null && { departmentName }),
      ...(opengid !== undefined && { opengid }),
    }
  })
}

/** The groups bound to each grid, the oldest first. */
export async function groupsOf(db: Db, codes: string[]): Promise<Map<string, string[]>> {
  const rows =
    codes.length === 0
      ? []
      : await db
          .selectFrom('gridGroup')
          .select(['areaCode', 'opengid'])
          .where('areaCode', 'in', codes)
          .orderBy('boundAt')
          .orderBy('opengid')
          .execute()
  const byGrid = new Map<string, string[]>()
  for (const { areaCode, opengid } of rows) {
    byGrid.set(areaCode, [...(byGrid.get(areaCode) ?? []), opengid])
  }
  return byGrid
}
