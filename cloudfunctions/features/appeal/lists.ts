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

/** Newest first: of one person, or inside some areas. */
export function listAppeals(db: DbOrTx, { where, open, before, limit }: Page): Promise<AppealRow[]> {
  const [at = '', id = ''] = before ?? []
  return db
    .selectFrom('appeal')
    .selectAll()
    .where((eb) =>
      'scopes' in where ? inScopes('area_code', where.scopes) : eb('submitterId', '=', where.submitterId),
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

/** Open cases held exactly by one of the areas, and late ones below them. */
function heldBy(areas: string[], now: Date) {
  return sql<boolean>`(holder_code = ANY(${areas}) OR (${inScopes('holder_code', areas)} AND due_at < ${now}))`
}

/** What waits at the level of the areas, next to be late first. */
export function listWorkbench(
  db: DbOrTx,
  { areas, now, after, limit }: { areas: string[]; now: Date; after: string[] | undefined; limit: number },
): Promise<AppealRow[]> {
  const [due = '', id = ''] = after ?? []
  return db
    .selectFrom('appeal')
    .selectAll()
    .where('status', 'in', OPEN_APPEAL_STATUSES)
    .where(heldBy(areas, now))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('dueAt', 'id'), '>', eb.tuple(new Date(due), id))),
    )
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

/** Numbers on top of the workbench; nearly late means less than a fifth of the time is left. */
export async function countWorkbench(db: DbOrTx, areas: string[], now: Date, midnight: Date) {
  const open = await db
    .selectFrom('appeal')
    .select(({ fn }) => [
      fn.countAll<number>().as('open'),
      sql<number>`count(*) FILTER (WHERE due_at - ${now} < (due_at - submitted_at) / 5)`.as('nearlyLate'),
    ])
    .where('status', 'in', OPEN_APPEAL_STATUSES)
    .where(heldBy(areas, now))
    .executeTakeFirstOrThrow()
  const handled = await db
    .selectFrom('appeal')
    .select([
      sql<number>`count(*) FILTER (WHERE status <> 'closed')`.as('handled'),
      sql<number>`count(*) FILTER (WHERE handled_at >= ${midnight})`.as('handledToday'),
    ])
    .where('handledAt', 'is not', null)
    .where(sql<boolean>`holder_code = ANY(${areas})`)
    .executeTakeFirstOrThrow()
  return { ...open, ...handled }
}

/** Open cases around a village that are not private, newest first. */
export function listOpenNear(db: DbOrTx, villageCode: string, limit: number): Promise<AppealRow[]> {
  return db
    .selectFrom('appeal')
    .selectAll()
    .where(inScopes('area_code', [villageCode]))
    .where('status', 'in', OPEN_APPEAL_STATUSES)
    .where('private', '=', false)
    .orderBy('submittedAt', 'desc')
    .limit(limit)
    .execute()
}
