import { sql } from 'kysely'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'
import { MAX_ATTEMPTS } from '../../core/outbox'
import { tallyShares } from '../delivery/queries'

/** How far a message has got in one part of an area. */
export interface TellingTally {
  /** Code of the part. */
  area: string
  /** Grids that are to be told, that were, and that cannot be for a long time. */
  grids: number
  told: number
  stuck: number
  /** Groups into which a card was shared, and those in which it is proven to have arrived. */
  shared: number
  confirmed: number
}

/** How far a message has got inside an area, by parts whose codes have so many digits. Two statements. */
export async function tallyTelling(
  db: DbOrTx,
  key: string,
  { areaCode, digits }: { areaCode: string; digits: number },
): Promise<TellingTally[]> {
  const queued = sql<Omit<TellingTally, 'shared' | 'confirmed'>>`
    SELECT left(g.area_code, ${digits}::int) AS area, count(*)::int AS grids,
      count(*) FILTER (WHERE g.state = 'told')::int AS told,
      count(*) FILTER (WHERE g.state = 'pending' AND g.attempts >= ${MAX_ATTEMPTS}::int)::int AS stuck
    FROM broadcast_grid AS g JOIN broadcast AS b ON b.id = g.broadcast_id
    WHERE b.key = ${key} AND ${inScopes('g.area_code', [areaCode])}
    GROUP BY 1`.execute(db)
  const [{ rows }, shares] = await Promise.all([queued, tallyShares(db, key, { areaCode, digits })])
  const byArea = new Map(shares.map((share) => [share.area, share]))
  return rows.map((row) => {
    const { shared = 0, confirmed = 0 } = byArea.get(row.area) ?? {}
    return { ...row, shared, confirmed }
  })
}

/** Grids of all messages together. */
export interface Queue {
  /** Not told yet, however long ago they were queued; `due` of them could be told, `stuck` cannot be for a long time. */
  pending: number
  due: number
  stuck: number
  /** Since when the longest of those that are due could be told. */
  dueSince: Date | null
  /** Of the messages of the last day. */
  told: number
  stopped: number
}

/** Milliseconds that messages count for; whatever was told ever is far too much to be read at each look. */
const RECENT_MS = 86_400_000

/** How many grids wait for messages and how many were told: two index scans, whatever was told before. */
export async function countQueue(db: DbOrTx, now: Date): Promise<Queue> {
  const recent = new Date(now.getTime() - RECENT_MS)
  const { rows } = await sql<Queue>`
    SELECT * FROM (
      SELECT count(*)::int AS pending,
        count(*) FILTER (WHERE run_at <= ${now}::timestamptz)::int AS due,
        count(*) FILTER (WHERE attempts >= ${MAX_ATTEMPTS}::int)::int AS stuck,
        min(run_at) FILTER (WHERE run_at <= ${now}::timestamptz) AS due_since
      FROM broadcast_grid WHERE state = 'pending') AS waiting
    CROSS JOIN (
      SELECT count(*) FILTER (WHERE g.state = 'told')::int AS told,
        count(*) FILTER (WHERE g.state = 'stopped')::int AS stopped
      FROM broadcast AS b JOIN broadcast_grid AS g ON g.broadcast_id = b.id
      WHERE b.created_at >= ${recent}::timestamptz) AS done`.execute(db)
  return rows[0] ?? { pending: 0, due: 0, stuck: 0, dueSince: null, told: 0, stopped: 0 }
}
