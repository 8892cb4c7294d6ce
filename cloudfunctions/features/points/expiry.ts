import type { PointsAccountView } from '~/types/points'
import type { Ctx } from '../../core/context'
import { monthOf } from './caps'
import { readLots } from './ledger'
import { lotsLeft, monthsFrom, pointsUpTo } from './lots'

const DAY_MS = 86_400_000

/** Until when the points of an account are good: by the month, and what will be lost within the time of warning. */
export async function readExpiry(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  accountId: string,
  { expiryMonths, warnDays }: { expiryMonths: number; warnDays: number },
): Promise<Pick<PointsAccountView, 'lots' | 'expiring'>> {
  const { earned, spent } = await readLots(db, accountId)
  const left = lotsLeft(earned, spent)
  const months = new Map<string, number>()
  for (const { earnedAt, points } of left) {
    const month = monthOf(monthsFrom(earnedAt, expiryMonths))
    months.set(month, (months.get(month) ?? 0) + points)
  }
  const lots = [...months].map(([month, points]) => ({ month, points }))
  const soon = pointsUpTo(left, monthsFrom(new Date(now.getTime() + warnDays * DAY_MS), -expiryMonths))
  const [oldest] = left
  return soon === 0 || oldest === undefined
    ? { lots }
    : { lots, expiring: { points: soon, at: monthsFrom(oldest.earnedAt, expiryMonths).toISOString() } }
}
