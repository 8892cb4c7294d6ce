import type { Input } from '~/types/api'
import { day } from '@/time'

/** Ready periods, in months that end with the last whole day; or two days that are picked. */
export const PERIODS = ['3', '6', '12', 'own'] as const
export type Period = (typeof PERIODS)[number]

export interface EvaluationDraft {
  areaCode: string
  title: string
  surveyId: string
  period: Period
  /** Days of Shanghai, the last one included. */
  from: string
  to: string
}
export const EMPTY: EvaluationDraft = { areaCode: '', title: '', surveyId: '', period: '3', from: '', to: '' }

const DAY_MS = 86_400_000

/** The same day some months before; the last of a shorter month. */
function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, of = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(of, last))).toISOString().slice(0, 10)
}

/** First and last day of a ready period. */
export function daysOf(period: Exclude<Period, 'own'>, now: number): { from: string; to: string } {
  const today = day(new Date(now).toISOString())
  const to = day(new Date(now - DAY_MS).toISOString())
  return { from: monthsBefore(today, Number(period)), to }
}

/** What is sent: from the first moment of the first day to the moment after the last one. */
export function inputOf(draft: EvaluationDraft, areaCode: string, now: number): Input<'evaluation.create'> {
  const { title, surveyId, period } = draft
  const { from, to } = period === 'own' ? draft : daysOf(period, now)
  const after = new Date(Date.parse(`${to}T00:00:00+08:00`) + DAY_MS).toISOString()
  return {
    areaCode,
    title,
    ...(surveyId !== '' && { surveyId }),
    from: new Date(`${from}T00:00:00+08:00`).toISOString(),
    to: after,
  }
}
