import { sql } from 'kysely'
import type { DbOrTx } from '../../core/db'

/** Codes in the order of the alphabet. */
export function listReceipts(
  db: DbOrTx,
  surveyId: string,
  { after, limit }: { after: number; limit: number },
) {
  return db
    .selectFrom('surveyReceipt')
    .select(['number', 'code'])
    .where('surveyId', '=', surveyId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit + 1)
    .execute()
}

/** How many there are, and how many have this code; two ballots may share one. */
export async function countReceipts(db: DbOrTx, surveyId: string, code: string) {
  const { rows } = await sql<{ total: number; found: number }>`
    SELECT coalesce((SELECT max(number) FROM survey_receipt WHERE survey_id = ${surveyId}), 0) AS total,
      (SELECT count(*) FROM survey_receipt WHERE survey_id = ${surveyId} AND code = ${code}) AS found`.execute(
    db,
  )
  return rows[0] ?? { total: 0, found: 0 }
}
