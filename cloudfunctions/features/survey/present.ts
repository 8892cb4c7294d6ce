import type { ParticipationView, Standing, SurveyAction, SurveyRowView, SurveyView } from '~/types/survey'
import { minutesFor, presentPaper, type Names } from './paper'
import { questionsOf, rulesOf, type HelperRow, type SurveyRow } from './repo'

/** How the caller stands to it, and what that shows. */
export interface Beside {
  standing: Standing
  participation: ParticipationView | null
  can: SurveyAction[]
}

interface Whole extends Names, Beside {
  receipt: string | undefined
  replacedById: string | undefined
  helpers: HelperRow[]
  areas: SurveyView['areas']
}

export function presentSurvey(
  row: SurveyRow,
  { receipt, replacedById, helpers, areas, ...rest }: Whole,
): SurveyView {
  const { id, status, template, subject, audience, areaCodes, edition, correction, previousId } = row
  const { openedAt, closedAt, publishedAt } = row
  const { areaName, standing, participation, can } = rest
  const about = { id, status, template, subject, audience, areaCodes, areaName, areas, edition, correction }
  return {
    ...presentPaper(row, rest),
    ...about,
    rules: rulesOf(row),
    ...(previousId !== null && { previousId }),
    ...(replacedById !== undefined && { replacedById }),
    ...(openedAt !== null && { openedAt: openedAt.toISOString() }),
    ...(closedAt !== null && { closedAt: closedAt.toISOString() }),
    ...(publishedAt !== null && { publishedAt: publishedAt.toISOString() }),
    ...(receipt !== undefined && { receipt }),
    ...{ standing, participation, helpers, can },
  }
}

export function presentRow(row: SurveyRow, names: Names, beside: Beside, reminded: boolean): SurveyRowView {
  const { id, title, status, secret, closesAt } = row
  const questionCount = questionsOf(row).length
  const minutes = minutesFor(questionCount)
  const line = { id, title, status, secret, questionCount, minutes, closesAt: closesAt.toISOString() }
  return { ...line, ...names, ...beside, reminded }
}
