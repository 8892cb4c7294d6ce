/** Random numbers that are the same on every run with the same seed. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number between both bounds, which are included. */
  between(least: number, most: number): number
  pick<T>(items: readonly T[]): T
  chance(probability: number): boolean
}

/** Mulberry32, seeded by a number and the name of what it is for, so that no part moves when another one grows. */
export function createRandom(seed: number, name: string): Random {
  let state = hash32(`${seed}:${name}`)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    pick: (items) => items[between(0, items.length - 1)] as (typeof items)[number],
    chance: (probability) => next() < probability,
  }
}

/** FNV-1a with a final mix: neighbouring names start far apart. */
function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

const KINDS = ['user', 'membership', 'assignment', 'household', 'resident', 'help', 'activity'] as const
type Kind = (typeof KINDS)[number]

/** A row's id by its kind, the code of its area and its number there. */
export type MakeId = (kind: Kind, code: string, n: number) => string

/**
 * Ids from the seed (UUID version 8): eight random digits for the seed and kind, the area's code, the number. Drawn
 * ones could meet by chance among a million; these cannot, and rows of one grid lie side by side in the index.
 */
export function createIds(seed: number): MakeId {
  const starts = new Map(
    KINDS.map((kind, index) => {
      const drawn = createRandom(seed, `id:${kind}`).between(0, 2 ** 29 - 1)
      return [kind, (drawn * KINDS_ROOM + index).toString(16).padStart(8, '0')]
    }),
  )
  return (kind, code, n) => {
    const digits = code.padEnd(15, 'f')
    const number = n.toString(16).padStart(7, '0')
    const tail = `${digits.slice(10)}${number}`
    return `${starts.get(kind)}-${digits.slice(0, 4)}-8${digits.slice(4, 7)}-8${digits.slice(7, 10)}-${tail}`
  }
}

/** Room for the kinds in the last three bits, so that two kinds never share a start. */
const KINDS_ROOM = 8
