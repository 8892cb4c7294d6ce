import { sql } from 'kysely'
import type { Tx } from '../../core/db'
import { ANSWER_COLUMNS } from './answers'
import { emptyBox, rulesOf, type SurveyRow } from './repo'
import { insertTally } from './tally'

/** Fewer than this of one kind could be known by what they are; they are pooled with others. */
const ANONYMOUS = 5
const columns = sql.join(ANSWER_COLUMNS.map((column) => sql.ref(column)))

/** True of the smallest groups of a partition, as many as are needed to hold `least` ballots together. */
const isPooled = (partition: string, least: number) => sql`
  (n < ${sql.lit(least)} OR sum(n) OVER (PARTITION BY ${sql.ref(partition)} ORDER BY n, key) - n
    BETWEEN 1 AND ${sql.lit(least - 1)})`

/**
 * For every village and kind of person what a closed ballot may still say: the village, or the town and at last the
 * district where too few took part; age band and sex, or nothing of them.
 */
const coarsened = (surveyId: string) => sql`
  voted AS (
    SELECT left(area_code, 12) AS village, band, sex, count(*) AS n FROM survey_open_ballot
    WHERE survey_id = ${surveyId} GROUP BY 1, 2, 3
  ), towns AS (
    SELECT town, ${isPooled('district', ANONYMOUS)} AS pooled FROM (
      SELECT left(village, 9) AS town, left(village, 9) AS key, left(village, 6) AS district, sum(n) AS n
      FROM voted GROUP BY 1, 2, 3) AS t
  ), villages AS (
    SELECT village, town, ${isPooled('town', ANONYMOUS)} AS pooled FROM (
      SELECT village, village AS key, left(village, 9) AS town, sum(n) AS n FROM voted GROUP BY 1, 2, 3) AS v
  ), kinds AS (
    SELECT village, band, sex, ${isPooled('village', ANONYMOUS)} AS pooled
    FROM (SELECT *, band || sex AS key FROM voted) AS k
  ), coarse AS (
    SELECT village, kinds.band, kinds.sex,
      CASE WHEN towns.pooled THEN left(village, 6) WHEN villages.pooled THEN town ELSE village END AS place,
      kinds.pooled OR villages.pooled OR towns.pooled AS merged
    FROM kinds JOIN villages USING (village) JOIN towns USING (town)
  )`

/** Ballots into the closed box: random ids, and the rows in an order that strong random numbers make. */
async function shuffle(tx: Tx, { id }: SurveyRow): Promise<void> {
  await sql`
    WITH ${coarsened(id)}
    INSERT INTO survey_ballot (id, survey_id, area_code, band, sex, secret, resident_id, ${columns})
    SELECT gen_random_uuid(), survey_id, place, CASE WHEN merged THEN 0 ELSE box.band END,
      CASE WHEN merged THEN 'any' ELSE box.sex END, secret, resident_id, ${columns}
    FROM survey_open_ballot AS box
    JOIN coarse ON village = left(area_code, 12) AND coarse.band = box.band AND coarse.sex = box.sex
    WHERE survey_id = ${id} ORDER BY gen_random_uuid()`.execute(tx)
  await sql`
    WITH ${coarsened(id)}, places AS (SELECT DISTINCT village, place FROM coarse)
    INSERT INTO survey_said (id, survey_id, question, area_code, words)
    SELECT gen_random_uuid(), survey_id, said.key::smallint, place, said.value
    FROM survey_open_ballot AS box JOIN places ON village = left(area_code, 12)
    CROSS JOIN LATERAL jsonb_each_text(words) AS said
    WHERE survey_id = ${id} AND words IS NOT NULL ORDER BY gen_random_uuid()`.execute(tx)
}

/** How many of each kind took part, beside how many were asked; from the roll, which knows no choice. */
async function countParticipants(tx: Tx, { id }: SurveyRow): Promise<void> {
  await sql`
    UPDATE survey_electorate AS asked SET ballots = taken.ballots, on_paper = taken.on_paper
    FROM (
      SELECT elector.area_code, band, sex, count(*) AS ballots,
        count(*) FILTER (WHERE origin <> 'program') AS on_paper
      FROM survey_roll AS roll JOIN survey_elector AS elector USING (survey_id, resident_id)
      WHERE survey_id = ${id} GROUP BY 1, 2, 3) AS taken
    WHERE asked.survey_id = ${id} AND asked.area_code = taken.area_code AND asked.band = taken.band
      AND asked.sex = taken.sex`.execute(tx)
}

/** Counts of the closed box, of grids with enough ballots, and of what came on paper where enough did. */
async function count(tx: Tx, survey: SurveyRow): Promise<void> {
  const { id } = survey
  const { minBallots } = rulesOf(survey)
  await insertTally(tx, survey, {
    name: 'village',
    ballots: sql`SELECT area_code AS place, band, sex, ${columns} FROM survey_ballot WHERE survey_id = ${id}`,
  })
  const open = sql`survey_open_ballot WHERE survey_id = ${id}`
  await insertTally(tx, survey, {
    name: 'grid',
    ballots: sql`
      SELECT area_code AS place, 0 AS band, 'any' AS sex, ${columns} FROM survey_open_ballot
      WHERE survey_id = ${id} AND area_code IN (
        SELECT area_code FROM (
          SELECT area_code, ${isPooled('village', minBallots)} AS pooled FROM (
            SELECT area_code, area_code AS key, left(area_code, 12) AS village, count(*) AS n FROM ${open}
            GROUP BY 1, 2, 3) AS g) AS grids
        WHERE NOT pooled)`,
  })
  await insertTally(tx, survey, {
    name: 'paper',
    ballots: sql`
      SELECT ${survey.ownerCode}::text AS place, 0 AS band, 'any' AS sex, ${columns}
      FROM survey_open_ballot WHERE survey_id = ${id} AND on_paper
        AND ${minBallots} <= ALL (SELECT count(*) FILTER (WHERE on_paper) FROM ${open}
          UNION ALL SELECT count(*) FILTER (WHERE NOT on_paper) FROM ${open})`,
  })
}

/** The codes of all ballots, in the order of the alphabet. */
async function listCodes(tx: Tx, { id }: SurveyRow): Promise<void> {
  await sql`
    INSERT INTO survey_receipt (survey_id, number, code)
    SELECT survey_id, row_number() OVER (ORDER BY receipt), receipt FROM survey_open_ballot
    WHERE survey_id = ${id} ORDER BY receipt`.execute(tx)
}

/**
 * Empties the open box into the closed one, counts it, and destroys the key: from here on nothing leads from a person
 * to a ballot. The survey must be locked against ballots. A fixed number of statements.
 */
export async function sealBox(tx: Tx, survey: SurveyRow): Promise<void> {
  // The planner takes the groups that are made on the way for a handful, and would go through the box once for each.
  await sql`SELECT set_config('enable_nestloop', 'off', true)`.execute(tx)
  await shuffle(tx, survey)
  await countParticipants(tx, survey)
  await count(tx, survey)
  await listCodes(tx, survey)
  await emptyBox(tx, survey.id)
}
