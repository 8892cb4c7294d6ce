import { sql } from 'kysely'
import { AREA_CODE_LENGTH, type AreaLevel } from '~/types/area'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { Row } from '../../core/schema'

export type AreaRow = Row<'area'>
/** Squared degrees are enough to order by nearness inside one district; longitude shrinks with latitude. */
const nearness = (latitude: number, longitude: number) =>
  sql<number>`(latitude - ${latitude}::float8) ^ 2 + ((longitude - ${longitude}::float8) * cos(radians(${latitude}::float8))) ^ 2`

/** The areas with these codes together with everything above them. */
export function findWithAncestors(db: DbOrTx, codes: string[]): Promise<AreaRow[]> {
  const all = new Set(
    codes.flatMap((code) => Object.values(AREA_CODE_LENGTH).map((length) => code.slice(0, length))),
  )
  return all.size === 0
    ? Promise.resolve([])
    : db
        .selectFrom('area')
        .selectAll()
        .where('code', 'in', [...all])
        .execute()
}

export function findArea(db: DbOrTx, code: string): Promise<AreaRow | undefined> {
  return db.selectFrom('area').selectAll().where('code', '=', code).executeTakeFirst()
}

export function listChildren(db: DbOrTx, parentCode: string | undefined): Promise<AreaRow[]> {
  return db
    .selectFrom('area')
    .selectAll()
    .where('parentCode', parentCode === undefined ? 'is' : '=', parentCode ?? null)
    .orderBy('code')
    .execute()
}

interface Search {
  terms: string[]
  level: AreaLevel | undefined
  point: { latitude: number; longitude: number } | undefined
  limit: number
}

/** Areas in whose own name or the names above every term occurs; nearest first, else by code. */
export function searchAreas(db: DbOrTx, { terms, level, point, limit }: Search): Promise<AreaRow[]> {
  const fullName = sql<string>`concat(
    (SELECT name FROM area AS t WHERE t.code = left(area.code, 9)), ' ',
    CASE WHEN length(area.code) > 9 THEN (SELECT name FROM area AS v WHERE v.code = left(area.code, 12)) END, ' ',
    CASE WHEN length(area.code) > 12 THEN area.name END)`
  let query = db.selectFrom('area').selectAll().where('level', '<>', 'district')
  if (level !== undefined) {
    query = query.where('level', '=', level)
  }
  for (const term of terms) {
    query = query.where(sql<boolean>`position(${term} in ${fullName}) > 0`)
  }
  return query
    .$if(point !== undefined, (q) => q.orderBy(nearness(point?.latitude ?? 0, point?.longitude ?? 0)))
    .orderBy(sql`length(area.code)`)
    .orderBy('code')
    .limit(limit)
    .execute()
}

/** The middles of all grids below `code`. */
export function listGridPoints(
  db: DbOrTx,
  code: string,
): Promise<Pick<AreaRow, 'code' | 'latitude' | 'longitude'>[]> {
  return db
    .selectFrom('area')
    .select(['code', 'latitude', 'longitude'])
    .where('level', '=', 'grid')
    .where(inScopes('code', [code]))
    .orderBy('code')
    .execute()
}
