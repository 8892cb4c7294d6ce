import type { AppealCategory } from './appeal'
import type { AreaView } from './area'

/** What a place does with what its people ask for, month by month, for everybody (regulation on appeals, art. 34). */

/** Fewer than these are not told apart: a category with less stands under 其他, a share of less is not given. */
export const MONTH_LEAST = 5

export interface AppealMonthView {
  area: AreaView
  /** The caller's village, town and district, the narrowest first. */
  areas: Pick<AreaView, 'code' | 'name'>[]
  /** 2026-10: the month in which they were submitted, in Shanghai. */
  month: string
  /** It has not ended; the figures go on changing. */
  running: boolean
  /** Months that can be looked at, newest first. */
  months: string[]
  /** Submitted, private ones among them; each stands in one of the next three. */
  total: number
  done: number
  open: number
  withdrawn: number
  /** Percent, rounded; null of fewer than MONTH_LEAST. */
  inTime: number | null
  /** How many said how it was, in the program or on the telephone. */
  reached: number
  /** Percent of who was reached; partly solved counts half. */
  solved: number | null
  /** Percent of who was reached: the three better of the five levels. */
  satisfied: number | null
  /** Most first; small ones together under `other`, which stands last. */
  categories: { category: AppealCategory; count: number }[]
}
