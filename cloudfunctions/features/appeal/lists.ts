import { sql } from 'kysely'
import { OPEN_APPEAL_STATUSES } from '~/types/appeal'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import type { AppealRow } from './repo'

interface Page {
  where: { submitterId: string } | { scopes: string[] }
  open: boolean
  before: string[] | undefined
  limit: number
}

/** Cases that somebody joined and may read. */
const joinedBy = (db: DbOrTx, userId: string) =>
  db
    .selectFrom('appealJoin')
    .innerJoin('appeal as other', 'other.id', 'appealJoin.appealId')
    .select('appealId')
    .where('appealJoin.userId', '=', userId)
    .where('other.content', '=', 'passed')

/** Newest first: of one person, with those they joined, or inside some areas. */
export function listAppeals(db: DbOrTx, { where, open, before, limit }: Page): Promise<AppealRow[]> {
  const [at = '', id = ''] = before ?? []
  return db
    .selectFrom('appeal')
    .selectAll()
    .where((eb) =>
      'scopes' in where
        ? inScopes('area_code', where.scopes)
        : eb.or([eb('submitterId', '=', where.submitterId), eb('id', 'in', joinedBy(db, where.submitterId))]),
    )
    .$if(open, (query) => query.where('status', 'in', OPEN_APPEAL_STATUSES))
    .$if(before !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('submittedAt', 'id'), '<', eb.tuple(new Date(at), id))),
    )
    .orderBy('submittedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Where somebody works: areas whose cases they handle, departments they serve, areas in which they decide. */
export interface Desk {
  areas: string[]
  departments: string[]
  decides: string[]
}

/**
 * What lies on a desk: held exactly by one of the areas or late below them, led by or whistled for one of the
 * departments, or waiting for a decision.
 */
function onDesk({ areas, departments, decides }: Desk, now: Date) {
  const whistled = sql`EXISTS (SELECT 1 FROM whistle WHERE whistle.appeal_id = appeal.id
    AND whistle.department = ANY(${departments}) AND whistle.status IN ('blown', 'objected', 'arrived'))`
  const waiting = sql`(status = 'objected' OR EXISTS (SELECT 1 FROM whistle AS w
    WHERE w.appeal_id = appeal.id AND w.status = 'objected') OR EXISTS (SELECT 1 FROM appeal_extension AS e
    WHERE e.appeal_id = appeal.id AND e.granted IS NULL) OR due_at < ${now})`
  return sql<boolean>`(
    holder_code = ANY(${areas}) OR (${inScopes('holder_code', areas)} AND due_at < ${now})
    OR lead_department = ANY(${departments})
    OR (departments && ${departments}::text[] AND ${whistled})
    OR (${inScopes('area_code', decides)} AND ${waiting}))`
}

/** What waits at the level of the areas, next to be late first. */
export function listWorkbench(
  db: DbOrTx,
  { desk, now, after, limit }: { desk: Desk; now: Date; after: string[] | undefined; limit: number },
): Promise<AppealRow[]> {
  const [due = '', id = ''] = after ?? []
  return db
    .selectFrom('appeal')
    .selectAll()
    .where('status', 'in', OPEN_APPEAL_STATUSES)
    .where(onDesk(desk, now))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('dueAt', 'id'), '>', eb.tuple(new Date(due), id))),
    )
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

/** Numbers on top of the workbench; nearly late means less than a fifth of the time is left. */
export async function countWorkbench(db: DbOrTx, desk: Desk, now: Date, midnight: Date) {
  const open = await db
    .selectFrom('appeal')
    .select(({ fn }) => [
      fn.countAll<number>().as('open'),
      sql<number>`count(*) FILTER (WHERE due_at - ${now} < (due_at - term_from) / 5)`.as('nearlyLate'),
    ])
    .where('status', 'in', OPEN_APPEAL_STATUSES)
    .where(onDesk(desk, now))
    .executeTakeFirstOrThrow()
  const handled = await db
    .selectFrom('appeal')
    .select([
      sql<number>`count(*) FILTER (WHERE status <> 'closed')`.as('handled'),
      sql<number>`count(*) FILTER (WHERE handled_at >= ${midnight})`.as('handledToday'),
    ])
    .where('handledAt', 'is not', null)
    .where(sql<boolean>`(holder_code = ANY(${desk.areas}) OR lead_department = ANY(${desk.departments}))`)
    .executeTakeFirstOrThrow()
  return { ...open, ...handled }
}

/** Open cases around a village that neighbours may read, newest first. */
export function listOpenNear(db: DbOrTx, villageCode: string, limit: number): Promise<AppealRow[]> {
  return db
    .selectFrom('appeal')
    .selectAll()
    .where(inScopes('area_code', [villageCode]))
    .where('status', 'in', OPEN_APPEAL_STATUSES)
    .where('private', '=', false)
    .where('content', '=', 'passed')
    .orderBy('submittedAt', 'desc')
    .limit(limit)
    .execute()
}
