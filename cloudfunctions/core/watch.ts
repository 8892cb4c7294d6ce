import { sql } from 'kysely'
import type { DbOrTx } from './db'
import { single, type Figure } from './metrics'

/** Something due that nobody has taken for this long is late; the timer comes each minute. */
export const LATE_MS = 5 * 60_000

/** Seconds from `since` to `now`; 0 when there is nothing to wait for. */
export const ageSeconds = (since: Date | null | undefined, now: Date): number =>
  since == null ? 0 : Math.max(0, (now.getTime() - since.getTime()) / 1000)

/** What is still to be told, what is late and what was given up. Reads partial indices, never what has been told. */
export async function outboxFigures(db: DbOrTx, now: Date): Promise<Figure[]> {
  const late = new Date(now.getTime() - LATE_MS)
  const { rows } = await sql<{ waiting: number; overdue: number; oldest: Date | null; dead: number }>`
    SELECT count(*)::int AS waiting, count(*) FILTER (WHERE run_at <= ${late}::timestamptz)::int AS overdue,
      min(created_at) AS oldest, (SELECT count(*)::int FROM outbox WHERE state = 'dead') AS dead
    FROM outbox WHERE state = 'pending'`.execute(db)
  const { waiting = 0, overdue = 0, dead = 0, oldest } = rows[0] ?? {}
  return [
    {
      ...{ name: 'outbox_events', type: 'gauge' },
      help: 'Events that are still to be told; overdue: due for more than five minutes; dead: given up.',
      values: Object.entries({ waiting: waiting - overdue, overdue, dead }).map(([state, value]) => ({
        labels: { state },
        value,
      })),
    },
    single(
      {
        ...{ name: 'outbox_oldest_age_seconds', type: 'gauge' },
        help: 'Age of the oldest event that is still to be told; 0 for none.',
      },
      ageSeconds(oldest, now),
    ),
  ]
}

/** How the database is: a round trip, connections and size. `timer` counts in milliseconds. */
export async function databaseFigures(db: DbOrTx, timer: () => number): Promise<Figure[]> {
  const started = timer()
  await sql`SELECT 1`.execute(db)
  const seconds = (timer() - started) / 1000
  const { rows } = await sql<{ connections: number; most: number; bytes: number }>`
    SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
      current_setting('max_connections')::int AS most, pg_database_size(current_database()) AS bytes`.execute(
    db,
  )
  const { connections = 0, most = 0, bytes = 0 } = rows[0] ?? {}
  return [
    single(
      {
        ...{ name: 'database_round_trip_seconds', type: 'gauge' },
        help: 'One empty statement to the database and back.',
      },
      seconds,
    ),
    {
      ...{ name: 'database_connections', type: 'gauge' },
      help: 'Connections to the database that are open, and as many as it takes.',
      values: [
        { labels: { kind: 'open' }, value: connections },
        { labels: { kind: 'most' }, value: most },
      ],
    },
    single({ name: 'database_bytes', type: 'gauge', help: 'What the database takes on the disk.' }, bytes),
  ]
}
