import { sql } from 'kysely'
import type { FlagKind } from '~/types/survey-paper'
import type { Ctx } from '../../core/context'
import type { Tx } from '../../core/db'
import { ANSWER_COLUMNS } from './answers'

/** What is worth a look. Source: domain rules 3.6 (assumed). */
const LIMITS = {
  /** Persons on one device; more is flagged. */ persons: 3,
  /** Ballots of one device within so many seconds. */ ballots: 5,
  seconds: 60,
  /** Share of equal ballots of a grid, and median seconds that filling them in took. */ equal: 0.95,
  hasty: 3,
  /** Share of ballots on paper of a grid. */ paper: 0.2,
  /** Ballots of a grid from which on shares say anything. */ least: 10,
} as const

const answers = sql`(${sql.join(ANSWER_COLUMNS.map((column) => sql.ref(column)))})::text`

/** Selects of place and number of ballots, one row a flag; `id` is the survey. */
const FOUND: Record<Exclude<FlagKind, 'recheck_denied'>, (id: string) => ReturnType<typeof sql>> = {
  shared_device: (id) => sql`
    SELECT left(min(area_code), 12), count(*) FROM survey_device JOIN survey_open_ballot USING (survey_id, ballot_id)
    WHERE survey_id = ${id} GROUP BY device HAVING count(*) > ${LIMITS.persons}`,
  fast_device: (id) => sql`
    SELECT left(min(area_code), 12), count(*) FROM (
      SELECT area_code, device, at - lag(at, ${sql.lit(LIMITS.ballots - 1)}) OVER (PARTITION BY device ORDER BY at) AS took
      FROM survey_device JOIN survey_open_ballot USING (survey_id, ballot_id) WHERE survey_id = ${id}) AS used
    GROUP BY device HAVING min(took) <= make_interval(secs => ${LIMITS.seconds})`,
  uniform_answers: (id) => sql`
    SELECT area_code, count(*) FROM survey_open_ballot JOIN (
      SELECT area_code, mode() WITHIN GROUP (ORDER BY ${answers}) AS usual FROM survey_open_ballot
      WHERE survey_id = ${id} GROUP BY area_code) AS grids USING (area_code)
    WHERE survey_id = ${id} GROUP BY area_code
    HAVING count(*) >= ${LIMITS.least} AND avg((${answers} = usual)::int) > ${LIMITS.equal}
      AND percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) < ${LIMITS.hasty}`,
  many_on_paper: (id) => sql`
    SELECT area_code, count(*) FILTER (WHERE on_paper) FROM survey_open_ballot
    WHERE survey_id = ${id} GROUP BY area_code
    HAVING count(*) >= ${LIMITS.least} AND avg(on_paper::int) > ${LIMITS.paper}`,
}

/** Writes down what somebody should look at, while the box is still open; nothing is rejected. One statement a kind. */
export async function raiseFlags(tx: Tx, surveyId: string, now: Date): Promise<void> {
  for (const [kind, found] of Object.entries(FOUND)) {
    await sql`
      INSERT INTO survey_flag (id, survey_id, kind, area_code, ballots, at)
      SELECT gen_random_uuid(), ${surveyId}, ${kind}, found.place, found.ballots, ${now}
      FROM (${found(surveyId)}) AS found (place, ballots)`.execute(tx)
  }
}

/** One more thing to look at. */
export async function insertFlag(
  { db, now, newId }: Pick<Ctx, 'db' | 'now' | 'newId'>,
  row: { surveyId: string; kind: FlagKind; areaCode: string; ballots: number },
): Promise<void> {
  await db
    .insertInto('surveyFlag')
    .values({ ...row, id: newId(), at: now, reviewedBy: null, reviewedAt: null })
    .execute()
}
