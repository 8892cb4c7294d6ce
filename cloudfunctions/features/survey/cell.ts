import type { Cell, Disclosure, HiddenReason, Scale, ScoreDetail } from '~/types/survey-scores'
import { meanScore, momentsOf } from './scoring'

/**
 * What may be shown of one area looked at alone. Pure. Source: domain rules 3.4; the rules of the GP Patient Survey for
 * small counts.
 */
export const DISCLOSURE = {
  /** Fewest replies of which anything is shown. */
  least: 10,
  /** Up to this many people asked, single counts are hidden as well. */
  smallPopulation: 1000,
  /** Counts from 1 up to, not including, this. */
  smallCount: 5,
} as const

/** What is given up first when a count could be worked out. */
export const STEPS: readonly { score: ScoreDetail; share: boolean }[] = [
  { score: 'whole', share: true },
  { score: 'whole', share: false },
  { score: 'band', share: false },
  { score: 'none', share: false },
]

/** The step at which the share is given up and the score not yet. */
export const NO_SHARE = 1

/** An area while it is worked on. `step` is undefined while nothing is given up. */
export interface Line {
  counts: number[]
  replies: number
  population: number
  hidden: boolean[]
  step: number | undefined
  /** No count is shown at all. */
  closed: boolean
  reason?: HiddenReason
  /** Its figures at a step, once worked out. */
  seen?: { step: number | undefined; figures: string }
}

export const total = (counts: readonly number[]) => counts.reduce((sum, one) => sum + one, 0)
const agree = (counts: readonly number[]) => counts.filter((count) => count > 0).length <= 1
const isSmall = (count: number) => count > 0 && count < DISCLOSURE.smallCount

/** A score as exactly as it may be shown; a band is named by its lower end: 80 for 80 to 90, 90 for 90 to 100. */
export function shownScore(score: number, detail: ScoreDetail): number | undefined {
  switch (detail) {
    case 'tenth':
      return Math.round(score * 10) / 10
    case 'whole':
      return Math.round(score)
    case 'band':
      return Math.min(90, Math.floor(score / 10) * 10)
    case 'none':
      return undefined
  }
}

function satisfiedOf(counts: readonly number[], { points, satisfied }: Scale) {
  const scored = counts.map((count, answer) => (points[answer] == null ? 0 : count))
  return { yes: total(scored.filter((_, answer) => satisfied[answer] === true)), scored: total(scored) }
}

/** Closes a line: nothing of its counts is shown, and of its score at most the band. */
export function closeLine(line: Line, reason: HiddenReason): void {
  line.closed = true
  line.hidden = line.counts.map(() => true)
  line.step = Math.max(line.step ?? 0, line.replies < DISCLOSURE.least ? 3 : 2)
  line.reason ??= reason
}

/** The rules that look at one area alone. */
export function openLine({ counts, population }: Cell, scale: Scale): Line {
  const replies = total(counts)
  const small = counts.map((count) => population <= DISCLOSURE.smallPopulation && isSmall(count))
  const line: Line = {
    counts: [...counts],
    replies,
    population,
    hidden: small,
    step: undefined,
    closed: false,
  }
  if (replies < DISCLOSURE.least) {
    closeLine(line, 'few')
  } else if (agree(counts)) {
    closeLine(line, 'unanimous')
  } else if (small.includes(true)) {
    // The next-lowest as well, or the total gives a single small count away.
    const others = counts.filter((count, answer) => small[answer] !== true && count > 0)
    const next = counts.findIndex((count, answer) => small[answer] !== true && count === Math.min(...others))
    line.hidden = small.map((hide, answer) => hide || answer === next)
    const { yes, scored } = satisfiedOf(counts, scale)
    line.step = isSmall(yes) || isSmall(scored - yes) ? 1 : 0
    line.reason = 'small_counts'
  }
  return line
}

/** What a line shows beside its counts. */
const shownOf = ({ step }: Line): { score: ScoreDetail; share: boolean } =>
  (step === undefined ? { score: 'tenth', share: true } : STEPS[step]) ?? { score: 'none', share: false }

/** The figures of a line beside its counts, as a reader sees them. */
export function figures(counts: readonly number[], line: Line, scale: Scale): string {
  const { score, share } = shownOf(line)
  const moments = momentsOf(counts, scale.points)
  const mean = score === 'none' ? undefined : meanScore([moments], { population: line.population })
  const parts: (number | undefined)[] = []
  if (mean !== undefined) {
    parts.push(shownScore(mean.value, score))
    if (score !== 'band') {
      parts.push(shownScore(mean.low, score), shownScore(mean.high, score))
    }
  }
  if (share) {
    const { yes, scored } = satisfiedOf(counts, scale)
    parts.push(scored === 0 ? undefined : Math.round((1000 * yes) / scored))
  }
  return parts.join()
}

export function presentLine(line: Line): Disclosure {
  const { hidden, reason } = line
  return {
    ...shownOf(line),
    counts: hidden.map((hide) => !hide),
    ...(reason !== undefined && { reason }),
  }
}

/**
 * Whether a second release of nearly the same replies may stand beside the first: what only one of them has must be
 * enough people. Source: domain rules 3.4.
 *
 * @param added replies that only the later one has
 * @param dropped replies that only the earlier one has
 */
export function mayFollow(added: number, dropped: number): boolean {
  const enough = (n: number) => n === 0 || n >= DISCLOSURE.least
  return enough(added) && enough(dropped)
}
