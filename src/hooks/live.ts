/** Milliseconds between two questions: quick while something happens, then slower and slower. */
export const PACE = { quick: 2_000, slow: 30_000, growth: 1.5 } as const

/** How long to wait after an answer, from how long it was before. */
export function nextWait(before: number, happened: boolean): number {
  return happened ? PACE.quick : Math.min(PACE.slow, before * PACE.growth)
}

/** What can be watched: it has an id, by which what changed replaces what was there, and its place in time. */
export interface Live {
  id: string
  /** ISO 8601, UTC. */
  at: string
}

/** What is there with what came new or changed, oldest first. */
export function merge<T extends Live>(have: readonly T[], came: readonly T[]): T[] {
  const byId = new Map([...have, ...came].map((item) => [item.id, item]))
  return [...byId.values()].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
}
