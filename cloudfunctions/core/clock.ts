/** Where "now" comes from. Production reads the system clock; the one-machine district can move it forward. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** Offset of Shanghai from UTC in milliseconds; there has been no summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3600 * 1000

/** Calendar day in Shanghai, as YYYY-MM-DD. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** The last midnight in Shanghai, as a UTC instant. */
export function shanghaiMidnight(at: Date): Date {
  return new Date(Date.parse(`${shanghaiDay(at)}T00:00:00Z`) - SHANGHAI_OFFSET_MS)
}

/** A moment in words: 2026-11-23 18:03, Shanghai. */
export function shanghaiTime(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}
