import { sql } from 'kysely'
import { inScopes } from '../../core/actor'
import type { DbOrTx } from '../../core/db'

/** How many were asked and took part in each of the surveys, inside the scopes. */
export async function countOf(
  db: DbOrTx,
  ids: string[],
  scopes: string[],
): Promise<Map<string, { electors: number; ballots: number; onPaper: number }>> {
  if (ids.length === 0 || scopes.length === 0) {
    return new Map()
  }
  const inside = sql`survey_id = ANY(${sql.val(ids)}::uuid[]) AND ${inScopes('area_code', scopes)}`
  const { rows } = await sql<{ surveyId: string; electors: number; ballots: number; onPaper: number }>`
    WITH asked AS (
      SELECT survey_id, sum(electors)::int AS electors FROM survey_electorate WHERE ${inside} GROUP BY survey_id
    ), taken AS (
      SELECT survey_id, count(*)::int AS ballots, (count(*) FILTER (WHERE origin <> 'program'))::int AS on_paper
      FROM survey_roll WHERE ${inside} GROUP BY survey_id
      UNION ALL
      SELECT survey_id, sum(ballots)::int, sum(on_paper)::int FROM survey_electorate
      WHERE ${inside} AND survey_id IN (SELECT id FROM survey WHERE roll_wiped_at IS NOT NULL) GROUP BY survey_id
    )
    SELECT survey_id, electors, coalesce(ballots, 0) AS ballots, coalesce(on_paper, 0) AS on_paper
    FROM asked LEFT JOIN taken USING (survey_id)`.execute(db)
  return new Map(rows.map(({ surveyId, ...counted }) => [surveyId, counted]))
}

export async function findKey(db: DbOrTx, surveyId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('surveyKey')
    .select('sealed')
    .where('surveyId', '=', surveyId)
    .executeTakeFirst()
  return row?.sealed
}

/** For which area somebody was asked to help, by survey. */
export async function listHelperAreas(
  db: DbOrTx,
  ids: string[],
  userId: string,
): Promise<Map<string, string>> {
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('surveyHelper')
          .select(['surveyId', 'areaCode'])
          .where('surveyId', 'in', ids)
          .where('userId', '=', userId)
          .execute()
  return new Map(rows.map(({ surveyId, areaCode }) => [surveyId, areaCode]))
}

/** Of which of the surveys somebody was reminded. */
export async function listReminded(db: DbOrTx, ids: string[], userId: string): Promise<Set<string>> {
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('surveyReminder')
          .select('surveyId')
          .where('surveyId', 'in', ids)
          .where('userId', '=', userId)
          .execute()
  return new Set(rows.map(({ surveyId }) => surveyId))
}

/** Titles of some surveys. */
export async function titlesOf(db: DbOrTx, ids: string[]): Promise<Map<string, string>> {
  const rows =
    ids.length === 0
      ? []
      : await db.selectFrom('survey').select(['id', 'title']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/**
 * Units of the roll after one of them, in the order of their ids, each with who took part for it as far as they use the
 * program. Nothing of when or how.
 */
export function listParticipants(
  db: DbOrTx,
  surveyId: string,
  afterUnit: string | null,
  limit: number,
): Promise<{ unitId: string; userId: string | null }[]> {
  return db
    .selectFrom('surveyRoll')
    .innerJoin('resident', 'resident.id', 'surveyRoll.residentId')
    .select(['surveyRoll.unitId', 'resident.userId'])
    .where('surveyRoll.surveyId', '=', surveyId)
    .$if(afterUnit !== null, (query) => query.where('surveyRoll.unitId', '>', afterUnit ?? ''))
    .orderBy('surveyRoll.unitId')
    .limit(limit)
    .execute()
}
