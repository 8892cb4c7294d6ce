import { sql, type RawBuilder } from 'kysely'
import { HANDLED_APPEAL_STATUSES, OPEN_APPEAL_STATUSES } from '~/types/appeal'
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

/** Newest first: of one person, with those filed for them and those they joined, or inside some areas. */
export function listAppeals(db: DbOrTx, { where, open, before, limit }: Page): Promise<AppealRow[]> {
  const [at = '', id = ''] = before ?? []
  return db
    .selectFrom('appeal')
    .selectAll()
    .where((eb) =>
      'scopes' in where
        ? inScopes('area_code', where.scopes)
        : eb.or([
            eb.and([
              eb('submitterId', '=', where.submitterId),
              // What a worker wrote down for somebody outside is not the worker's own.
              sql<boolean>`captured_by IS DISTINCT FROM submitter_id`,
            ]),
            eb('behalfUserId', '=', where.submitterId),
            sql<boolean>`id = ANY(ARRAY(${joinedBy(db, where.submitterId)}))`,
          ]),
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
 * What lies on a desk: held exactly by one of the areas; below them what is late, or dangerous and not taken; led by or
 * whistled for one of the departments; or waiting for a decision.
 */
function onDesk(desk: Desk, now: Date) {
  const arms = [...waitingOn(desk, now)]
  if (desk.decides.length > 0) {
    arms.push(lateWithin(desk, now))
  }
  return anyOf(arms)
}

const anyOf = (arms: RawBuilder<unknown>[]) =>
  arms.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(arms, sql` OR `)})`

/** Late somewhere in the areas in which they decide. */
const lateWithin = ({ decides }: Desk, now: Date) =>
  sql<boolean>`(due_at < ${now} AND ${inScopes('area_code', decides)})`

/** Each on its own, so that the database finds it by an index; no arm for what the desk does not have. */
function waitingOn({ areas, departments, decides }: Desk, now: Date): RawBuilder<unknown>[] {
  const arms: RawBuilder<unknown>[] = []
  if (areas.length > 0) {
    const below = inScopes('holder_code', areas)
    arms.push(sql`holder_code = ANY(${areas})`, sql`(${below} AND due_at < ${now})`)
    // Danger goes to the levels above at once (domain rules 1.3), until somebody has taken it.
    arms.push(sql`(${below} AND urgency = 'danger' AND status IN ('submitted', 'escalated', 'reopened'))`)
  }
  if (departments.length > 0) {
    arms.push(sql`lead_department = ANY(${departments})`)
    arms.push(sql`id = ANY(ARRAY(SELECT appeal_id FROM whistle
      WHERE department = ANY(${departments}) AND status IN ('blown', 'objected', 'arrived')))`)
  }
  if (decides.length > 0) {
    const here = inScopes('area_code', decides)
    arms.push(sql`(status = 'objected' AND ${here})`)
    arms.push(sql`(id = ANY(ARRAY(SELECT appeal_id FROM whistle WHERE status = 'objected')) AND ${here})`)
    arms.push(
      sql`(id = ANY(ARRAY(SELECT appeal_id FROM appeal_extension WHERE granted IS NULL)) AND ${here})`,
    )
  }
  return arms
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

/** Handled below the areas or by a department, the person not heard yet, longest first: the level above asks them. */
export function listCallbacks(
  db: DbOrTx,
  { areas, after, limit }: { areas: string[]; after: string[] | undefined; limit: number },
): Promise<AppealRow[]> {
  const [at = '', id = ''] = after ?? []
  return db
    .selectFrom('appeal')
    .selectAll()
    .where('status', 'in', HANDLED_APPEAL_STATUSES)
    .where(inScopes('holder_code', areas))
    .where((eb) => eb.or([eb('holderCode', 'not in', areas), eb('leadDepartment', 'is not', null)]))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('handledAt', 'id'), '>', eb.tuple(new Date(at), id))),
    )
    .orderBy('handledAt')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

/** Held by one of the areas or led by one of the departments. */
function led({ areas, departments }: Desk) {
  const arms = [
    ...(areas.length > 0 ? [sql`holder_code = ANY(${areas})`] : []),
    ...(departments.length > 0 ? [sql`lead_department = ANY(${departments})`] : []),
  ]
  return anyOf(arms)
}

/** Numbers on top of the workbench; nearly late means less than a fifth of the time is left. */
export async function countWorkbench(db: DbOrTx, desk: Desk, now: Date, midnight: Date) {
  // Late ones of a whole district are many, and their number alone can be read from an index.
  const late = await db
    .selectFrom('appeal')
    .select(({ fn }) => fn.countAll<number>().as('late'))
    .where('status', 'in', OPEN_APPEAL_STATUSES)
    .where(lateWithin(desk, now))
    .executeTakeFirstOrThrow()
  const counted = sql`NOT ${lateWithin(desk, now)}`
  const other = await db
    .selectFrom('appeal')
    .select([
      sql<number>`count(*) FILTER (WHERE ${counted})`.as('open'),
      sql<number>`count(*) FILTER (WHERE ${counted} AND due_at - ${now} < (due_at - term_from) / 5)`.as(
        'nearlyLate',
      ),
    ])
    .where('status', 'in', OPEN_APPEAL_STATUSES)
    .where(anyOf(waitingOn(desk, now)))
    .executeTakeFirstOrThrow()
  const open = { open: other.open + late.late, nearlyLate: other.nearlyLate + late.late }
  const handled = await db
    .selectFrom('appeal')
    .select([
      sql<number>`count(*) FILTER (WHERE status IN ('answered', 'finished'))`.as('handled'),
      sql<number>`count(*) FILTER (WHERE handled_at >= ${midnight})`.as('handledToday'),
    ])
    .where('handledAt', 'is not', null)
    .where(led(desk))
    .where(sql<boolean>`(status IN ('answered', 'finished') OR handled_at >= ${midnight})`)
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
