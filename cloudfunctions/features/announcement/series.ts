import type { SeriesInput, SeriesView } from '~/types/announcement'
import { shanghaiDay } from '../../core/clock'
import type { Row } from '../../core/schema'

export type SeriesRow = Row<'announcementSeries'>

type Rule = Pick<SeriesInput, 'every' | 'days' | 'at' | 'until'>

const DAY_MS = 86_400_000

/** Whether it comes on this day, YYYY-MM-DD. A day that a month does not have is its last. */
function fits({ every, days }: Rule, day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  if (every === 'week') {
    return days.includes(date.getUTCDay() === 0 ? 7 : date.getUTCDay())
  }
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  return days.some((wanted) => Math.min(wanted, last) === date.getUTCDate())
}

/** The next time on a later day of Shanghai than `after`; undefined when its last day is over. */
export function nextTime(rule: Rule, after: Date): Date | undefined {
  const last = Date.parse(`${rule.until}T00:00:00Z`)
  for (let at = Date.parse(`${shanghaiDay(after)}T00:00:00Z`) + DAY_MS; at <= last; at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10)
    if (fits(rule, day)) {
      return new Date(`${day}T${rule.at}:00+08:00`)
    }
  }
  return undefined
}

/**
 * Which time is made now, and which is next. What lies further back than a later time that is due as well is left
 * out: after days without a timer people hear it once, not once for each day.
 */
export function turnOf(rule: Rule, due: Date, now: Date): { at: Date; next: Date | undefined } {
  let at = due
  let next = nextTime(rule, at)
  while (next !== undefined && next <= now) {
    at = next
    next = nextTime(rule, at)
  }
  return { at, next }
}

/** Its end: as many days after it is sent as the first had after it was written, to the last second of that day. */
export function endAfter(first: { createdAt: Date; expiresAt: Date }, startsAt: Date): Date {
  const dayOf = (at: Date) => Date.parse(`${shanghaiDay(at)}T00:00:00Z`)
  const days = (dayOf(first.expiresAt) - dayOf(first.createdAt)) / DAY_MS
  const last = new Date(dayOf(startsAt) + days * DAY_MS).toISOString().slice(0, 10)
  return new Date(`${last}T23:59:59+08:00`)
}

export function presentSeries({ every, days, at, until, nextAt, stoppedAt }: SeriesRow): SeriesView {
  const next = nextAt === null ? {} : { nextAt: nextAt.toISOString() }
  return { every, days, at, until, ...next, stopped: stoppedAt !== null }
}
