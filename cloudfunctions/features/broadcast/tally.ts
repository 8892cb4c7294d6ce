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
