import { sql, type RawBuilder } from 'kysely'
import type { UnreachedView } from '~/types/announcement'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { AnnouncementRow } from './repo'

interface Somebody {
  userId: string
  areaCode: string
}

/** Who in an area it is meant for, of those who use the program: (user_id, area_code). */
export function audienceIn(
  { audience }: Pick<AnnouncementRow, 'audience'>,
  areaCode: string,
  now: Date,
): RawBuilder<Somebody> {
  const members = sql<Somebody>`
    SELECT m.user_id, m.area_code FROM membership AS m
    WHERE m.until IS NULL AND ${inScopes('m.area_code', [areaCode])}`
  switch (audience) {
    case 'everyone':
      return members
    case 'party':
      return sql`${members} AND EXISTS (
        SELECT FROM party_member AS p WHERE p.user_id = m.user_id AND p.status = 'confirmed')`
    case 'workers':
      return sql`
        SELECT DISTINCT a.user_id, a.area_code FROM assignment AS a
        WHERE a.role = 'grid_worker' AND a.from_at <= ${now} AND (a.to_at IS NULL OR a.to_at > ${now})
          AND ${inScopes('a.area_code', [areaCode])}`
  }
}

/** True for a reader who counts as reached: opened it, or answered where an answer is wanted. */
const isReached = ({ answer }: Pick<AnnouncementRow, 'answer'>) =>
  answer === 'read' ? sql`true` : sql`r.answered_at IS NOT NULL`

/** Users of the audience whom it has not reached: (user_id). */
export function unreachedUsers(row: AnnouncementRow, now: Date): RawBuilder<Pick<Somebody, 'userId'>> {
  return sql`
    SELECT DISTINCT who.user_id FROM (${audienceIn(row, row.areaCode, now)}) AS who
    WHERE NOT EXISTS (
      SELECT FROM announcement_reader AS r
      WHERE r.announcement_id = ${row.id} AND r.user_id = who.user_id AND ${isReached(row)})`
}

export async function countPeople(
  db: DbOrTx,
  row: AnnouncementRow,
  { areaCode, digits }: { areaCode: string; digits: number },
  now: Date,
): Promise<{ area: string; people: number }[]> {
  const { rows } = await sql<{ area: string; people: number }>`
    SELECT left(who.area_code, ${digits}::int) AS area, count(*)::int AS people
    FROM (${audienceIn(row, areaCode, now)}) AS who GROUP BY 1`.execute(db)
  return rows
}

/**
 * Who has not been reached in a grid: doors of the ledger behind which nobody was, then members who stand in no
 * ledger. Doors are for what everyone is told; who is told one by one is listed one by one.
 */
export async function listUnreached(
  db: DbOrTx,
  row: AnnouncementRow,
  { grid, after, limit, now }: { grid: string; after: string[] | undefined; limit: number; now: Date },
): Promise<UnreachedView[]> {
  const reached = sql`
    SELECT r.user_id FROM announcement_reader AS r WHERE r.announcement_id = ${row.id} AND ${isReached(row)}`
  const doors = sql`
    SELECT 'household' AS kind, h.id, h.door, coalesce((
      SELECT name FROM resident WHERE household_id = h.id ORDER BY head DESC, id LIMIT 1), '') AS name
    FROM household AS h
    WHERE h.area_code = ${grid} AND ${row.audience === 'everyone'}::boolean AND NOT EXISTS (
      SELECT FROM resident WHERE household_id = h.id AND user_id IN (${reached}))`
  const members = sql`
    SELECT 'member' AS kind, u.id, '' AS door, u.name
    FROM (${audienceIn(row, grid, now)}) AS who JOIN app_user AS u ON u.id = who.user_id
    WHERE who.user_id NOT IN (${reached}) AND (${row.audience !== 'everyone'}::boolean
      OR NOT EXISTS (SELECT FROM resident WHERE user_id = who.user_id))`
  const [kind = '', door = '', id = '00000000-0000-0000-0000-000000000000'] = after ?? []
  const { rows } = await sql<UnreachedView>`
    SELECT * FROM (${doors} UNION ALL ${members}) AS missed
    WHERE (kind, door COLLATE "C", id) > (${kind}, ${door}, ${id}::uuid)
    ORDER BY kind, door COLLATE "C", id LIMIT ${limit + 1}`.execute(db)
  return rows
}
