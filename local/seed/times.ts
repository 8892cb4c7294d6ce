export interface Times {
  now: Date
  /** A year before now: the posts begin. */
  start: Date
}

export const DAY_MS = 86_400_000

/** The moments of the demonstration. */
export function timesOf(now: Date): Times {
  const start = new Date(now)
  start.setUTCFullYear(start.getUTCFullYear() - 1)
  return { now, start }
}

/** Staff opened the program the day before their posts began. */
export function beforeStart({ start }: Times): Date {
  return new Date(start.getTime() - DAY_MS)
}

/** The n-th phone number of a block that no operator has given out. */
export function phoneOf(n: number): string {
  return String(19_900_000_000 + n)
}
