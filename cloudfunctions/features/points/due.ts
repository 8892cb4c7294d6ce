import { sql } from 'kysely'
import type { DbOrTx } from '../../core/db'
import type { Tick } from '../../core/drain'
import type { AccountRow } from './ledger'

/** Rows locked at a time; those that another job holds are left to it. */
export const BATCH = 50

/** Accounts whose oldest points were earned up to then. */
export function lockOldest({ db }: Pick<Tick, 'db'>, then: Date): Promise<AccountRow[]> {
  return db
    .selectFrom('pointsAccount')
    .selectAll()
    .where('kind', '=', 'holder')
    .where('oldestAt', '<=', then)
    .orderBy('oldestAt')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** The same, without those that have been warned about just these points. */
export function lockUnwarned({ db }: Pick<Tick, 'db'>, then: Date): Promise<AccountRow[]> {
  return db
    .selectFrom('pointsAccount')
    .selectAll()
    .where('kind', '=', 'holder')
    .where('oldestAt', '<=', then)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('pointsWarning')
            .select('accountId')
            .whereRef('pointsWarning.accountId', '=', 'pointsAccount.id')
            .whereRef('pointsWarning.earnedAt', '=', 'pointsAccount.oldestAt'),
        ),
      ),
    )
    .orderBy('oldestAt')
    .limit(BATCH)
    .forUpdate('pointsAccount')
    .skipLocked()
    .execute()
}

/** Adds the whole ledger up: entries that are not balanced, and balances that are not the sum of their lines. */
export async function addUp({ db }: { db: DbOrTx }): Promise<{
  entries: number
  unbalanced: number
  astray: number
}> {
  const { rows } = await sql<{ entries: number; unbalanced: number; astray: number }>`
    SELECT
      (SELECT count(*) FROM points_entry) AS entries,
      (SELECT count(*) FROM (
        SELECT entry_id FROM points_line GROUP BY entry_id HAVING sum(amount) <> 0) AS u) AS unbalanced,
      (SELECT count(*) FROM points_account AS a LEFT JOIN (
        SELECT account_id, sum(amount) AS amount FROM points_line GROUP BY account_id) AS s ON s.account_id = a.id
        WHERE a.balance <> coalesce(s.amount, 0)) AS astray`.execute(db)
  const [sums] = rows
  return sums ?? { entries: 0, unbalanced: 0, astray: 0 }
}
