import { PLANNED_SHARE_MOST } from '~/types/record'
import { shanghaiDay, shanghaiMidnight } from '../../core/clock'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

interface Presence {
  /** Planned. */
  startsAt: Date
  endsAt: Date
  arrivedAt: Date
  /** The end of the shift when nobody checked out. */
  leftAt: Date | null
}

/** What counts of being there, as an interval: min(actual, planned × 1.25) from the arrival (domain rules 2.4). */
export function countedInterval({ startsAt, endsAt, arrivedAt, leftAt }: Presence): { from: Date; to: Date } {
  const left = leftAt ?? endsAt
  const actual = Math.max(0, left.getTime() - arrivedAt.getTime())
  const most = (endsAt.getTime() - startsAt.getTime()) * PLANNED_SHARE_MOST
  return { from: arrivedAt, to: new Date(arrivedAt.getTime() + Math.min(actual, most)) }
}

/** Whole minutes of the interval. */
export function minutesOf({ from, to }: { from: Date; to: Date }): number {
  return Math.floor((to.getTime() - from.getTime()) / MINUTE_MS)
}

/** The interval by the days of Shanghai, without days of no whole minute. `most` cuts the end off. */
export function splitByDay(
  { from, to }: { from: Date; to: Date },
  most = Number.POSITIVE_INFINITY,
): { day: string; minutes: number }[] {
  const days: { day: string; minutes: number }[] = []
  let left = Math.min(most, minutesOf({ from, to }))
  for (let at = from; at < to && left > 0;) {
    const midnight = new Date(shanghaiMidnight(at).getTime() + DAY_MS)
    const end = midnight < to ? midnight : to
    const minutes = Math.min(left, Math.ceil((end.getTime() - at.getTime()) / MINUTE_MS))
    days.push({ day: shanghaiDay(at), minutes })
    left -= minutes
    at = end
  }
  return days
}
