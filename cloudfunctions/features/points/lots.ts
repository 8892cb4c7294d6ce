/** Points earned at one moment and not spent yet. */
export interface Lot {
  earnedAt: Date
  points: number
}

/** The oldest points are spent first; what is left of each, oldest first. `earned` is in the order of time. */
export function lotsLeft(earned: Lot[], spent: number): Lot[] {
  let gone = spent
  return earned.flatMap(({ earnedAt, points }) => {
    const taken = Math.min(Math.max(gone, 0), points)
    gone -= taken
    return points > taken ? [{ earnedAt, points: points - taken }] : []
  })
}

/** The same moment some months later or earlier; the last day of a shorter month. Counted in Shanghai. */
export function monthsFrom(at: Date, months: number): Date {
  const offset = 8 * 3_600_000
  const local = new Date(at.getTime() + offset)
  const day = local.getUTCDate()
  local.setUTCDate(1)
  local.setUTCMonth(local.getUTCMonth() + months)
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate()
  local.setUTCDate(Math.min(day, last))
  return new Date(local.getTime() - offset)
}

/** Points of the lots that were earned up to then. */
export const pointsUpTo = (lots: Lot[], then: Date) =>
  lots.reduce((sum, { earnedAt, points }) => (earnedAt <= then ? sum + points : sum), 0)
