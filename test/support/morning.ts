import { shanghaiMidnight } from '~/cloudfunctions/core/clock'

const HOUR_MS = 3_600_000

/**
 * Ten in the morning of the next Wednesday in Shanghai. Nights, weekends and quiet hours change what is due and who is
 * told; a test that starts here comes to the same end at whatever hour it runs.
 */
export function nextMorning(now = new Date()): Date {
  const today = shanghaiMidnight(now)
  const weekday = new Date(today.getTime() + 8 * HOUR_MS).getUTCDay()
  const days = (3 - weekday + 7) % 7 || 7
  return new Date(today.getTime() + days * 24 * HOUR_MS + 10 * HOUR_MS)
}
