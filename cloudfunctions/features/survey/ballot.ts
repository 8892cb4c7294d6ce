import { sql } from 'kysely'
import type { BallotOrigin } from '~/types/survey'
import type { Ctx } from '../../core/context'
import { ANSWER_COLUMNS, type Ballot } from './answers'
import type { ElectorRow } from './electors'
import { ballotIdOf, receiptOf } from './key'

const HOUR_MS = 3_600_000

interface Cast {
  surveyId: string
  secret: boolean
  /** The survey's key, opened. */
  key: string
  elector: ElectorRow
  origin: BallotOrigin
  ballot: Ballot
  seconds: number | null
}

/**
 * Writes participation and ballot in one statement, so that there is never one without the other. The survey's row is
 * locked against the close only, not against other ballots. A second ballot of the same unit, sent by the same person
 * the same way, replaces the first. Undefined when the survey is over, when somebody else has sent the unit's, or when
 * the caller is no longer that person of the ledger.
 */
export async function castBallot(
  { db, now, actor }: Pick<Ctx, 'db' | 'now' | 'actor'>,
  { surveyId, secret, key, elector, origin, ballot, seconds }: Cast,
): Promise<{ receipt: string; replaced: boolean } | undefined> {
  const { unitId, residentId, areaCode, band, sex } = elector
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)
  const receipt = receiptOf(key, unitId)
  const words = Object.keys(ballot.words).length === 0 ? null : JSON.stringify(ballot.words)
  const columns = sql.join(ANSWER_COLUMNS.map((column) => sql.ref(column)))
  const values = sql.join(ANSWER_COLUMNS.map((column) => sql`${ballot.columns[column]}::smallint`))
  const replace = sql.join(
    ANSWER_COLUMNS.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
  )
  // Who the caller is in the ledger is held until the commit: it cannot be taken back while the ballot arrives.
  const elected =
    origin === 'program'
      ? sql`SELECT id FROM resident WHERE id = ${residentId}::uuid AND user_id = ${actor.user.id}::uuid FOR SHARE`
      : sql`SELECT ${residentId}::uuid AS id`
  const { rows } = await sql<{ replaced: boolean }>`
    WITH elected AS (${elected}), poll AS (
      SELECT survey.id FROM survey, elected
      WHERE survey.id = ${surveyId} AND status = 'open' AND closes_at > ${now} FOR KEY SHARE OF survey
    ), taken AS (
      INSERT INTO survey_roll (survey_id, unit_id, resident_id, cast_by, area_code, origin, hour)
      SELECT id, ${unitId}::uuid, ${residentId}::uuid, ${actor.user.id}::uuid, ${areaCode}, ${origin}, ${hour}::timestamptz
      FROM poll
      ON CONFLICT (survey_id, unit_id) DO UPDATE SET hour = excluded.hour
        WHERE survey_roll.cast_by = excluded.cast_by AND survey_roll.origin = excluded.origin
      RETURNING survey_id, xmax <> 0 AS replaced
    ), boxed AS (
      INSERT INTO survey_open_ballot (survey_id, ballot_id, receipt, area_code, band, sex, on_paper, seconds, secret,
        resident_id, ${columns}, words)
      SELECT survey_id, ${ballotIdOf(key, unitId)}, ${receipt}, ${areaCode}, ${band}::smallint, ${sex},
        ${origin !== 'program'}::boolean, ${seconds}::smallint, ${secret}::boolean,
        ${secret ? null : residentId}::uuid, ${values}, ${words}::jsonb
      FROM taken
      ON CONFLICT (survey_id, ballot_id) DO UPDATE SET seconds = excluded.seconds, words = excluded.words, ${replace}
    )
    SELECT replaced FROM taken`.execute(db)
  const [taken] = rows
  return taken && { receipt, replaced: taken.replaced }
}
