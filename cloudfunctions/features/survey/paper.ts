import type { SurveyPaperView } from '~/types/survey'
import { shanghaiTime } from '../../core/clock'
import { questionsOf, rulesOf, type SurveyRow } from './repo'
import { ruleSentence, secrecySentence } from './sentence'

/** Seconds that a question takes. */
const SECONDS_EACH = 12
/** Minutes that a resident needs, at least one. */
export const minutesFor = (questions: number) => Math.max(1, Math.ceil((questions * SECONDS_EACH) / 60))

export interface Names {
  ownerName: string
  areaName: string
}
export function presentPaper(row: SurveyRow, { ownerName, areaName }: Names): SurveyPaperView {
  const { title, why, secret, audience, closesAt } = row
  const questions = questionsOf(row)
  const rule = ruleSentence({
    audience,
    secret,
    areaName,
    rules: rulesOf(row),
    until: shanghaiTime(closesAt),
  })
  const minutes = minutesFor(questions.length)
  const secrecy = secrecySentence(secret)
  return {
    title,
    why,
    ownerName,
    secret,
    questions,
    minutes,
    closesAt: closesAt.toISOString(),
    rule,
    secrecy,
  }
}
