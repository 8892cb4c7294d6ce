import type { SurveyAction } from '~/types/survey'

/** Acts that are done on the spot after saying what will happen. */
export const CONFIRMED = [
  'survey.open',
  'survey.close',
  'survey.correct',
  'survey.publish',
] as const satisfies readonly SurveyAction[]
export type Confirmed = (typeof CONFIRMED)[number]

export const isConfirmed = (action: SurveyAction): action is Confirmed =>
  (CONFIRMED as readonly SurveyAction[]).includes(action)

const page = (name: string) => `/features/survey/${name}/index`
/** Where each of the others is done; helpers are asked on the survey's own page. */
export const PAGES: Record<Exclude<SurveyAction, Confirmed | 'survey.appoint'>, string> = {
  'survey.update': page('form'),
  'survey.preview': page('preview'),
  'survey.cast': page('cast'),
  'survey.results': page('results'),
  'survey.receipts': page('receipts'),
  'survey.participation': page('participation'),
  'survey.atDoor': page('door'),
  'survey.rechecks': page('rechecks'),
  'survey.flags': page('flags'),
  'survey.said': page('said'),
  'survey.export': page('report'),
}
