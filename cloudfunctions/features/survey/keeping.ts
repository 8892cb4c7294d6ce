import type { Tx } from '../../core/db'
import type { SurveyRow } from './repo'

type Id = Pick<SurveyRow, 'id'>

/**
 * Nothing is left of who was asked and who took part; how many they were stands in the counts. Source: domain rules 5.2.
 */
export async function wipeRoll(db: Tx, { id }: Id, now: Date): Promise<void> {
  for (const table of [
    'surveyRecheck',
    'surveyReminder',
    'surveyHelper',
    'surveyRoll',
    'surveyElector',
  ] as const) {
    await db.deleteFrom(table).where('surveyId', '=', id).execute()
  }
  await db.updateTable('survey').set({ rollWipedAt: now }).where('id', '=', id).execute()
}

/** Nothing is left of the single ballots, shuffled as they were; the counts and the list of codes stay. */
export async function wipeBox(db: Tx, { id }: Id, now: Date): Promise<void> {
  await db.deleteFrom('surveyBallot').where('surveyId', '=', id).execute()
  await db.deleteFrom('surveySaid').where('surveyId', '=', id).execute()
  await db.updateTable('survey').set({ boxWipedAt: now }).where('id', '=', id).execute()
}
