import { sql } from 'kysely'
import { shanghaiTime } from '../../core/clock'
import type { DbOrTx, Tx } from '../../core/db'
import { tellSelected, untellPeopleOf } from '../notice/queries'
import type { SurveyRow } from './repo'

interface Tick {
  db: Tx
  now: Date
  newId(): string
}

const keyOf = (surveyId: string) => `survey.reminded:${surveyId}`

/**
 * Once, a day before the end, to those who have not taken part: by the system, never by who is judged, who neither
 * starts it nor sees to whom it went.
 */
export async function remind(tick: Tick, { id, title, closesAt }: SurveyRow): Promise<void> {
  const { db, now } = tick
  await sql`
    INSERT INTO survey_reminder (survey_id, user_id, at)
    SELECT survey_id, user_id, ${now} FROM survey_elector
    JOIN resident ON resident.id = survey_elector.resident_id AND resident.user_id IS NOT NULL
    WHERE survey_id = ${id} AND NOT EXISTS (
      SELECT FROM survey_roll WHERE survey_roll.survey_id = ${id} AND survey_roll.unit_id = survey_elector.unit_id)
    ON CONFLICT DO NOTHING`.execute(db)
  const card = {
    title,
    body: `${shanghaiTime(closesAt).slice(5)}截止,一分钟就好,还差您的意见`,
    label: '还没评',
    tone: 'progress' as const,
    path: `features/survey/detail/index?id=${id}`,
  }
  const people = sql`SELECT user_id FROM survey_reminder WHERE survey_id = ${id}`
  await tellSelected({ ...tick, eventKey: keyOf(id) }, card, people)
  await db.updateTable('survey').set({ remindedAt: now }).where('id', '=', id).execute()
}

/** The ballot of a unit is there: whoever could have cast it is not asked for it any more. */
export async function endReminder(db: DbOrTx, { id, remindedAt }: SurveyRow, unitId: string): Promise<void> {
  if (remindedAt !== null) {
    const people = sql`
      SELECT user_id FROM survey_elector JOIN resident ON resident.id = resident_id
      WHERE survey_id = ${id} AND unit_id = ${unitId} AND user_id IS NOT NULL`
    await untellPeopleOf(db, keyOf(id), people)
  }
}
