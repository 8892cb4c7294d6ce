import { sql } from 'kysely'
import type { DbOrTx } from '../../core/db'
import { inScopes } from '../../core/actor'
import { OPEN_APPEAL_STATUSES, type AppealCategory, type Satisfaction } from '~/types/appeal'
import { REMINDERS } from './clock'

/** Cases of a village that were submitted in a period. */
export interface CaseTally {
  village: string
  counted: number
  excluded: number
  pending: number
  late: number
  reached: number
  solved: number
  partly: number
  satisfactions: Record<Satisfaction, number>
  danger: number
  dangerLate: number
}

/** The reminder that says that the time is over; it stands once in each round that ran out. */
const OVER = REMINDERS.length - 1

/**
 * Counts the cases of every village in an area, one statement whatever their number. Excluded: withdrawn, and told
 * another way with one of the given outcomes. Late: some round ran out of time, the
 * present one has, or nobody spoke to the person in time. Reached: who
 * asked has said how it was, in the program or on the telephone; the last word counts.
 */
export async function tallyCases(
  db: DbOrTx,
  areaCode: string,
  { from, to, now }: { from: Date; to: Date; now: Date },
  excludedOutcomes: readonly string[],
): Promise<CaseTally[]> {
  const open = sql.join(OPEN_APPEAL_STATUSES.map((status) => sql.lit(status)))
  const count = (condition: ReturnType<typeof sql>) => sql`(count(*) FILTER (WHERE ${condition}))::integer`
  const of = (level: Satisfaction) => count(sql`used AND satisfaction = ${sql.lit(level)}`)
  const { rows } = await sql<CaseTally>`
    SELECT village, ${count(sql`used`)} AS counted, ${count(sql`excluded`)} AS excluded,
      ${count(sql`NOT excluded AND pending`)} AS pending, ${count(sql`used AND late`)} AS late,
      ${count(sql`used AND outcome IS NOT NULL`)} AS reached,
      ${count(sql`used AND outcome = 'solved'`)} AS solved, ${count(sql`used AND outcome = 'partly'`)} AS partly,
      jsonb_build_object('very_satisfied', ${of('very_satisfied')}, 'satisfied', ${of('satisfied')},
        'fairly_satisfied', ${of('fairly_satisfied')}, 'dissatisfied', ${of('dissatisfied')},
        'very_dissatisfied', ${of('very_dissatisfied')}) AS satisfactions,
      ${count(sql`NOT excluded AND urgency = 'danger'`)} AS danger,
      ${count(sql`NOT excluded AND urgency = 'danger' AND late`)} AS danger_late
    FROM (
      SELECT *, NOT excluded AND NOT pending AS used FROM (
        SELECT left(area_code, 12) AS village, urgency, rating.outcome, rating.satisfaction,
          status = 'withdrawn' OR (status = 'redirected' AND appeal.outcome = ANY (${sql.val([...excludedOutcomes])}::text[]))
            AS excluded,
          late.late, status IN (${open}) AND NOT late.late AS pending
        FROM appeal
        CROSS JOIN LATERAL (SELECT contact_late OR coalesce(handled_at, ${now}) > due_at OR EXISTS (
          SELECT FROM appeal_notice WHERE appeal_id = appeal.id AND step >= ${sql.lit(OVER)}) AS late) AS late
        LEFT JOIN LATERAL (SELECT outcome, satisfaction FROM appeal_rating
          WHERE appeal_id = appeal.id AND user_id = appeal.submitter_id ORDER BY round DESC LIMIT 1) AS rating ON true
        WHERE submitted_at >= ${from} AND submitted_at < ${to} AND ${inScopes('area_code', [areaCode])}
      ) AS cases
    ) AS counted GROUP BY village`.execute(db)
  return rows
}

/** How many cases of a category were submitted, and how many of them are open or were taken back. */
export interface CategoryTally {
  category: AppealCategory
  count: number
  open: number
  withdrawn: number
}

/** Counts the cases of an area that were submitted in a period, by category; private ones among them. */
export function tallyCategories(
  db: DbOrTx,
  areaCode: string,
  { from, to }: { from: Date; to: Date },
): Promise<CategoryTally[]> {
  return db
    .selectFrom('appeal')
    .select(({ fn }) => [
      'category',
      fn.countAll<number>().as('count'),
      fn.countAll<number>().filterWhere('status', 'in', OPEN_APPEAL_STATUSES).as('open'),
      fn.countAll<number>().filterWhere('status', '=', 'withdrawn').as('withdrawn'),
    ])
    .where('submittedAt', '>=', from)
    .where('submittedAt', '<', to)
    .where(inScopes('area_code', [areaCode]))
    .groupBy('category')
    .orderBy('category')
    .execute()
}
