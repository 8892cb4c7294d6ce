import { sql } from 'kysely'
import { AGE_BANDS, type SurveyAudience } from '~/types/survey'
import { inScopes } from '../../core/actor'
import { shanghaiDay } from '../../core/clock'
import type { DbOrTx } from '../../core/db'
import type { Row } from '../../core/schema'

export type ElectorRow = Row<'surveyElector'>
export type RollRow = Row<'surveyRoll'>

/** Last day of birth of somebody who is `age` years old on the day of `at` in Shanghai, as YYYY-MM-DD. */
function bornBy(at: Date, age: number): string {
  const [year = '', ...rest] = shanghaiDay(at).split('-')
  return [String(Number(year) - age).padStart(4, '0'), ...rest].join('-')
}

/** Lowest age of the band that somebody is in. */
function bandAt(at: Date) {
  const oldestFirst = [...AGE_BANDS].sort((a, b) => b - a)
  const cases = oldestFirst.map((age) => sql`WHEN born_on <= ${bornBy(at, age)}::date THEN ${sql.lit(age)}`)
  return sql`(CASE ${sql.join(cases, sql` `)} END)`
}

/** Who stands for a household: its head if of age, else the oldest. */
const FIRST_OF_HOUSEHOLD = sql`(PARTITION BY household_id ORDER BY head DESC, born_on, id)`

/** Columns of the unit that has the ballot. Born after 29 February counts from the day before, as in the register. */
function unitColumns(audience: SurveyAudience, at: Date) {
  const band = bandAt(at)
  return audience === 'households'
    ? sql`household_id, area_code,
        first_value(${band}) OVER ${FIRST_OF_HOUSEHOLD}, first_value(sex) OVER ${FIRST_OF_HOUSEHOLD},
        row_number() OVER ${FIRST_OF_HOUSEHOLD} = 1`
    : sql`id, area_code, ${band}, sex, true`
}

/**
 * Writes down who is asked, as the ledger stands at this moment: everybody of age in the areas. Returns how many units.
 * Two statements, whatever the number.
 */
export async function takeElectorate(
  tx: DbOrTx,
  survey: Pick<Row<'survey'>, 'id' | 'areaCodes' | 'audience'>,
  at: Date,
): Promise<number> {
  const { id, areaCodes, audience } = survey
  const party =
    audience === 'party_members'
      ? sql`AND EXISTS (SELECT FROM app_user WHERE app_user.id = resident.user_id AND app_user.party_member)`
      : sql``
  await sql`
    INSERT INTO survey_elector (survey_id, resident_id, unit_id, area_code, band, sex, counted)
    SELECT ${id}, id, ${unitColumns(audience, at)}
    FROM resident
    WHERE ${inScopes('area_code', areaCodes)} AND born_on <= ${bornBy(at, AGE_BANDS[0])}::date ${party}`.execute(
    tx,
  )
  const { rows } = await sql<{ electors: number }>`
    WITH counted AS (
      INSERT INTO survey_electorate (survey_id, area_code, band, sex, electors)
      SELECT survey_id, area_code, band, sex, count(*) FROM survey_elector
      WHERE survey_id = ${id} AND counted GROUP BY survey_id, area_code, band, sex
      RETURNING electors)
    SELECT coalesce(sum(electors), 0)::int AS electors FROM counted`.execute(tx)
  return rows[0]?.electors ?? 0
}

/** Whom of the ledger the caller is, and whom they were taken for before. */
async function identitiesOf(db: DbOrTx, userId: string) {
  const now = db.selectFrom('resident').select(['id', sql<boolean>`true`.as('current')])
  const before = db
    .selectFrom('residentUnlinked')
    .select(['residentId as id', sql<boolean>`false`.as('current')])
  const rows = await now
    .where('userId', '=', userId)
    .unionAll(before.where('userId', '=', userId))
    .execute()
  const current = rows.find((row) => row.current)?.id
  return { current, former: rows.map(({ id }) => id).filter((id) => id !== current) }
}

/**
 * The caller's entries on the rolls of these surveys, and what stands there of their units: of the person they are, and
 * what they cast themselves as somebody they were taken for before.
 */
export async function listStanding(db: DbOrTx, userId: string, surveyIds: string[]) {
  if (surveyIds.length === 0) {
    return { linked: false, electors: [], rolls: [] }
  }
  const { current, former } = await identitiesOf(db, userId)
  const identities = [...(current === undefined ? [] : [current]), ...former]
  if (identities.length === 0) {
    return { linked: false, electors: [], rolls: [] }
  }
  const electors = await db
    .selectFrom('surveyElector')
    .selectAll()
    .where('surveyId', 'in', surveyIds)
    .where('residentId', 'in', identities)
    .execute()
  const rolls = await db
    .selectFrom('surveyElector')
    .innerJoin('surveyRoll', (join) =>
      join
        .onRef('surveyRoll.surveyId', '=', 'surveyElector.surveyId')
        .onRef('surveyRoll.unitId', '=', 'surveyElector.unitId'),
    )
    .selectAll('surveyRoll')
    .select('surveyElector.residentId as as')
    .where('surveyElector.surveyId', 'in', surveyIds)
    .where('surveyElector.residentId', 'in', identities)
    .execute()
  return {
    linked: current !== undefined,
    electors: electors.filter(({ residentId }) => residentId === current),
    // The own one first: it is the one that can still be replaced.
    rolls: [
      ...rolls.filter((roll) => roll.as === current),
      ...rolls.filter((roll) => roll.as !== current && roll.castBy === userId && roll.origin === 'program'),
    ],
  }
}

export function findElector(
  db: DbOrTx,
  surveyId: string,
  residentId: string,
): Promise<ElectorRow | undefined> {
  return db
    .selectFrom('surveyElector')
    .selectAll()
    .where('surveyId', '=', surveyId)
    .where('residentId', '=', residentId)
    .executeTakeFirst()
}

export function findRoll(db: DbOrTx, surveyId: string, unitId: string): Promise<RollRow | undefined> {
  return db
    .selectFrom('surveyRoll')
    .selectAll()
    .where('surveyId', '=', surveyId)
    .where('unitId', '=', unitId)
    .executeTakeFirst()
}

export interface Participation {
  areaCode: string
  electors: number
  ballots: number
  onPaper: number
}

/**
 * How many were asked and took part inside the scopes, from the roll or, once it is wiped, from the counts, by the first `digits` of their grid's code. One statement; the
 * roll is counted by grid in its index before it is added up.
 */
export async function countParticipation(
  db: DbOrTx,
  surveyId: string,
  scopes: string[],
  digits: number,
): Promise<Participation[]> {
  const inside = inScopes('area_code', scopes)
  const { rows } = await sql<Participation>`
    WITH asked AS (
      SELECT left(area_code, ${digits}::int) AS code, sum(electors)::int AS electors FROM survey_electorate
      WHERE survey_id = ${surveyId} AND ${inside} GROUP BY 1
    ), grids AS (
      SELECT area_code, count(*) AS ballots, count(*) FILTER (WHERE origin <> 'program') AS on_paper
      FROM survey_roll WHERE survey_id = ${surveyId} AND ${inside} GROUP BY area_code
      UNION ALL
      SELECT area_code, ballots, on_paper FROM survey_electorate
      WHERE survey_id IN (SELECT id FROM survey WHERE id = ${surveyId} AND roll_wiped_at IS NOT NULL) AND ${inside}
    ), taken AS (
      SELECT left(area_code, ${digits}::int) AS code, sum(ballots)::int AS ballots, sum(on_paper)::int AS on_paper
      FROM grids GROUP BY 1
    )
    SELECT asked.code AS area_code, electors, coalesce(ballots, 0) AS ballots, coalesce(on_paper, 0) AS on_paper
    FROM asked LEFT JOIN taken USING (code) ORDER BY asked.code`.execute(db)
  return rows
}
