import type { PointsLimit } from '~/types/points'

const DAY_MS = 86_400_000

/** Until when an award is shown before it counts. */
export function publishedUntil(now: Date, { publishDays }: Record<PointsLimit, number>): Date {
  return new Date(now.getTime() + publishDays * DAY_MS)
}
