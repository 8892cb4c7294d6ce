import type { PointsCategory, PointsLimit } from '~/types/points'
import { shanghaiDay } from '../../core/clock'

/** Points that a household earned or that are on their way to it. */
export interface Earned {
  userId: string | null
  category: PointsCategory | null
  points: number
  earnedAt: Date
}

/** What is to be earned now. */
export interface Earning {
  userId: string
  category: PointsCategory
  at: Date
}

/** Month of Shanghai: 2026-11. */
export const monthOf = (at: Date) => shanghaiDay(at).slice(0, 7)

const sumOf = (rows: Earned[]) => rows.reduce((sum, { points }) => sum + points, 0)

/**
 * How many points there is still room for: by the person's day and month, the household's month, and the part of both
 * months that one category may fill. Days and months are those of Shanghai. Source: domain rules 2.3.
 */
export function roomFor(
  limits: Record<PointsLimit, number>,
  earned: Earned[],
  { userId, category, at }: Earning,
) {
  const month = earned.filter(({ earnedAt }) => monthOf(earnedAt) === monthOf(at))
  const own = month.filter((row) => row.userId === userId)
  const today = own.filter(({ earnedAt }) => shanghaiDay(earnedAt) === shanghaiDay(at))
  const alike = (rows: Earned[]) => sumOf(rows.filter((row) => row.category === category))
  const shareOf = (most: number) => Math.floor((most * limits.share) / 100)
  const rooms = [
    limits.day - sumOf(today),
    limits.month - sumOf(own),
    limits.householdMonth - sumOf(month),
    shareOf(limits.month) - alike(own),
    shareOf(limits.householdMonth) - alike(month),
  ]
  return Math.max(0, Math.min(...rooms))
}
