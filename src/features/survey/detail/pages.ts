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
/** Where each of the others is done. */
export const PAGES = {
  'survey.update': page('form'),
  'survey.preview': page('preview'),
  'survey.cast': page('cast'),
  'survey.results': page('results'),
  'survey.receipts': page('receipts'),
  'survey.participation': page('participation'),
} as const satisfies Partial<Record<SurveyAction, string>>
export type Here = Confirmed | keyof typeof PAGES

export const isHere = (action: SurveyAction): action is Here => isConfirmed(action) || action in PAGES
