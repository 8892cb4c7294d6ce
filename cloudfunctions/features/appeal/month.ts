import type { AppealCategory } from '~/types/appeal'
import { MONTH_LEAST, type AppealMonthView } from '~/types/appeal-month'
import { shanghaiDay } from '../../core/clock'
import type { CaseTally, CategoryTally } from './tally'

/** Months that stay open to look at, the running one among them. */
const MONTHS = 12

/** The running month and those before it, newest first, as YYYY-MM in Shanghai. */
export function monthsUntil(now: Date): string[] {
  const [year = 0, month = 0] = shanghaiDay(now).split('-').map(Number)
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back)).toISOString().slice(0, 7),
  )
}

/** From the first midnight of a month in Shanghai to that of the next. */
export function monthBounds(month: string): { from: Date; to: Date } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = new Date(Date.UTC(year, number)).toISOString().slice(0, 7)
  return { from: new Date(`${month}-01T00:00:00+08:00`), to: new Date(`${next}-01T00:00:00+08:00`) }
}

const sum = (rows: CaseTally[], of: (row: CaseTally) => number) => rows.reduce((all, row) => all + of(row), 0)
const percent = (part: number, whole: number) =>
  whole < MONTH_LEAST ? null : Math.round((100 * part) / whole)

type Shares = Pick<AppealMonthView, 'inTime' | 'reached' | 'solved' | 'satisfied'>

/**
 * The shares of all villages together: in time of what is counted; solved (partly is half) and satisfied (the three
 * better of five levels, 国办发〔2019〕51号) of who was reached. Source: domain rules 1.7.
 */
export function sharesOf(villages: CaseTally[]): Shares {
  const counted = sum(villages, (row) => row.counted)
  const reached = sum(villages, (row) => row.reached)
  const solved = sum(villages, (row) => row.solved + row.partly / 2)
  const good = sum(
    villages,
    ({ satisfactions: { very_satisfied, satisfied, fairly_satisfied } }) =>
      very_satisfied + satisfied + fairly_satisfied,
  )
  return {
    inTime: percent(counted - sum(villages, (row) => row.late), counted),
    reached,
    solved: percent(solved, reached),
    satisfied: percent(good, reached),
  }
}

/** Categories, most first; what is too few to be told apart goes to 其他 at the end. */
export function categoriesOf(rows: CategoryTally[]): AppealMonthView['categories'] {
  const isApart = ({ category, count }: CategoryTally) => category !== 'other' && count >= MONTH_LEAST
  const apart = rows.filter(isApart).map(({ category, count }) => ({ category, count }))
  const rest = rows.filter((row) => !isApart(row)).reduce((all, { count }) => all + count, 0)
  const other = { category: 'other' as AppealCategory, count: rest }
  return [...apart.sort((a, b) => b.count - a.count), ...(rest > 0 ? [other] : [])]
}
