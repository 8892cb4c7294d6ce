import fc from 'fast-check'
import { POINTS_CATEGORIES, type PointsLimit } from '~/types/points'
import { roomFor, type Earned } from '~/cloudfunctions/features/points/caps'
import { lotsLeft, monthsFrom, pointsUpTo } from '~/cloudfunctions/features/points/lots'
import { afterWorkingDays } from '~/cloudfunctions/core/calendar'
import { shanghaiDay, shanghaiTime } from '~/cloudfunctions/core/clock'

const LIMITS: Record<PointsLimit, number> = {
  day: 20,
  month: 60,
  householdMonth: 150,
  share: 40,
  approveFrom: 10,
  publishDays: 5,
  decideDays: 5,
  expiryMonths: 24,
  warnDays: 60,
  redeemDay: 50,
  collectDays: 14,
}
const got = (points: number, at: string, more: Partial<Earned> = {}): Earned => ({
  userId: 'a',
  category: 'environment',
  points,
  earnedAt: new Date(at),
  ...more,
})
const room = (earned: Earned[], at: string, category: Earned['category'] = 'environment') =>
  roomFor(LIMITS, earned, { userId: 'a', category: category ?? 'environment', at: new Date(at) })

describe('room for more points', () => {
  it('is at most a day’s, and less by what the day has brought', () => {
    expect(room([], '2026-11-25T12:00:00+08:00')).toBe(20)
    expect(room([got(15, '2026-11-25T00:00:00+08:00')], '2026-11-25T23:59:59+08:00')).toBe(5)
  })

  it('begins anew at midnight in Shanghai, not in Greenwich', () => {
    const earned = [got(20, '2026-11-25T23:59:59+08:00', { category: 'custom' })]
    expect(room(earned, '2026-11-25T23:59:59+08:00')).toBe(0)
    expect(room(earned, '2026-11-26T00:00:00+08:00')).toBe(20)
    // Eight in the morning here is midnight in Greenwich: still the same day.
    expect(room([got(20, '2026-11-26T07:59:00+08:00')], '2026-11-26T08:01:00+08:00')).toBe(0)
  })

  it('begins anew with the month in Shanghai', () => {
    const earned = [1, 8, 15].map((day) =>
      got(20, `2026-11-${String(day).padStart(2, '0')}T09:00:00+08:00`, { category: 'custom' }),
    )
    expect(room(earned, '2026-11-30T23:59:59+08:00')).toBe(0)
    expect(room(earned, '2026-12-01T00:00:00+08:00')).toBe(20)
  })

  it('is what the household’s month has left, whoever of it earned', () => {
    const earned = ['b', 'c', 'd'].flatMap((userId) => [
      got(24, '2026-11-01T09:00:00+08:00', { userId, category: 'custom' }),
      got(24, '2026-11-02T09:00:00+08:00', { userId, category: 'safety' }),
    ])
    expect(room(earned, '2026-11-25T09:00:00+08:00')).toBe(6)
  })

  it('lets one category fill two fifths of the month: 24 of a person, 60 of a household', () => {
    expect(room([got(22, '2026-11-02T09:00:00+08:00')], '2026-11-25T09:00:00+08:00')).toBe(2)
    expect(room([got(22, '2026-11-02T09:00:00+08:00')], '2026-11-25T09:00:00+08:00', 'party')).toBe(20)
    const earned = ['b', 'c'].map((userId) => got(29, '2026-11-02T09:00:00+08:00', { userId }))
    expect(room(earned, '2026-11-25T09:00:00+08:00')).toBe(2)
  })

  it('is never below nothing, and using it up keeps every limit', () => {
    const earning = fc.record({
      userId: fc.constantFrom('a', 'b', 'c', 'd'),
      category: fc.constantFrom(...POINTS_CATEGORIES),
      at: fc.date({
        min: new Date('2026-10-28T00:00:00Z'),
        max: new Date('2026-12-03T00:00:00Z'),
        noInvalidDate: true,
      }),
      wanted: fc.integer({ min: 1, max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(earning, { maxLength: 60 }), (earnings) => {
        const earned: Earned[] = []
        for (const { userId, category, at, wanted } of earnings) {
          const points = Math.min(wanted, roomFor(LIMITS, earned, { userId, category, at }))
          expect(points).toBeGreaterThanOrEqual(0)
          earned.push({ userId, category, points, earnedAt: at })
        }
        const sums = (key: (row: Earned) => string) => {
          const by = new Map<string, number>()
          earned.forEach((row) => by.set(key(row), (by.get(key(row)) ?? 0) + row.points))
          return Math.max(0, ...by.values())
        }
        const month = ({ earnedAt }: Earned) => shanghaiDay(earnedAt).slice(0, 7)
        expect(sums((row) => `${row.userId} ${shanghaiDay(row.earnedAt)}`)).toBeLessThanOrEqual(20)
        expect(sums((row) => `${row.userId} ${month(row)}`)).toBeLessThanOrEqual(60)
        expect(sums(month)).toBeLessThanOrEqual(150)
        expect(sums((row) => `${row.userId} ${month(row)} ${row.category}`)).toBeLessThanOrEqual(24)
        expect(sums((row) => `${month(row)} ${row.category}`)).toBeLessThanOrEqual(60)
      }),
    )
  })
})

describe('the oldest points', () => {
  const at = (day: string) => new Date(`${day}T00:00:00Z`)
  const earned = [
    { earnedAt: at('2026-01-01'), points: 5 },
    { earnedAt: at('2026-02-01'), points: 3 },
    { earnedAt: at('2026-03-01'), points: 4 },
  ]

  it('are spent first', () => {
    expect(lotsLeft(earned, 0)).toEqual(earned)
    expect(lotsLeft(earned, 6)).toEqual([{ earnedAt: at('2026-02-01'), points: 2 }, earned[2]])
    expect(lotsLeft(earned, 12)).toEqual([])
  })

  it('are counted up to a moment', () => {
    expect(pointsUpTo(lotsLeft(earned, 6), at('2026-02-01'))).toBe(2)
    expect(pointsUpTo(earned, at('2025-12-31'))).toBe(0)
  })

  it('leave exactly what was not spent', () => {
    const lot = fc.record({ day: fc.integer({ min: 0, max: 900 }), points: fc.integer({ min: 1, max: 20 }) })
    fc.assert(
      fc.property(fc.array(lot), fc.double({ min: 0, max: 1, noNaN: true }), (lots, part) => {
        const all = lots.map(({ day, points }) => ({ earnedAt: new Date(day * 86_400_000), points }))
        const total = all.reduce((sum, { points }) => sum + points, 0)
        const spent = Math.floor(total * part)
        expect(pointsUpTo(lotsLeft(all, spent), new Date(1e14))).toBe(total - spent)
      }),
    )
  })
})

describe('months later', () => {
  it.each([
    ['2024-02-29T12:00:00+08:00', 24, '2026-02-28 12:00'],
    ['2026-01-31T00:00:00+08:00', 1, '2026-02-28 00:00'],
    ['2026-03-31T23:59:00+08:00', -1, '2026-02-28 23:59'],
    // The first of the month here is still the last of the month before in Greenwich.
    ['2026-03-01T01:00:00+08:00', 24, '2028-03-01 01:00'],
  ])('%s and %i months is %s in Shanghai', (from, months, to) => {
    expect(shanghaiTime(monthsFrom(new Date(from), months))).toBe(to)
  })
})

describe('working days', () => {
  const calendar = {
    off: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    worked: ['2026-10-10'],
  }
  it.each([
    ['a Monday', '2026-11-23T10:00:00+08:00', 5, '2026-12-01 00:00'],
    ['a Friday night', '2026-11-27T23:59:00+08:00', 1, '2026-12-01 00:00'],
    ['the day before the long holiday', '2026-09-30T10:00:00+08:00', 3, '2026-10-11 00:00'],
  ])('after %s', (_name, from, days, to) => {
    expect(shanghaiTime(afterWorkingDays(calendar, new Date(from), days))).toBe(to)
  })
})
