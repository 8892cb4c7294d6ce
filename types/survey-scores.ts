/** Scores of surveys as plain data. Every score is out of 100, every share and probability between 0 and 1. */

/** Cross-section of a group of people: `counts[ageBand][sex]`. */
export type Strata = readonly (readonly number[])[]

/** What is left of the scores that a group of replies gave: how many, their sum, the sum of their squares. */
export interface Moments {
  n: number
  sum: number
  squares: number
}

/** A figure with its 95 % interval. */
export interface Interval {
  value: number
  low: number
  high: number
}

export interface Estimate extends Interval {
  /** Replies that gave a score. */
  replies: number
  /** How many equally weighted replies would be as exact: (Σw)²/Σw². */
  effective: number
}

export interface ScoreEstimate extends Estimate {
  /** How far single replies lie apart, in squared points; absent with fewer than two. */
  variance?: number
}

/** Why everybody counts the same although the electorate is known. */
export const UNWEIGHTED = ['too_few', 'not_converged'] as const
export type Unweighted = (typeof UNWEIGHTED)[number]

export interface Weighting {
  /** What one reply counts, by age band and sex; between 1/3 and 3. */
  weights: number[][]
  effective: number
  /** Replies whose weight was trimmed. */
  trimmed: number
  rounds: number
  unweighted?: Unweighted
}

/** Beside the mean of its class: surely above, not to be told apart, surely below. */
export const BANDS = ['higher', 'similar', 'lower'] as const
export type Band = (typeof BANDS)[number]

/** A unit among its class: its figure drawn towards the mean of the class, by as much as it is uncertain. */
export interface Shrunk extends Interval {
  /** How much of the difference from the mean is real: 0 none, 1 all. */
  reliability: number
  /** Probability that the unit lies above the mean of its class. */
  above: number
  band: Band
}

export interface Shrinkage {
  mean: number
  /** Standard deviation of the true figures of the units; 0: no measurable difference, all are tied. */
  spread: number
  /** How many replies the class counts for in the figure of each unit; infinite when all are tied. */
  strength: number
  units: Shrunk[]
}

/** Places that a unit may hold; `from` below `to` is shown as 并列. */
export interface Places {
  from: number
  to: number
}

/** How exactly a score may be shown: to a tenth, to a whole point, as one of ten bands, not at all. */
export const SCORE_DETAILS = ['tenth', 'whole', 'band', 'none'] as const
export type ScoreDetail = (typeof SCORE_DETAILS)[number]

/** Why less is shown of an area than of others. */
export const HIDDEN_REASONS = ['few', 'unanimous', 'small_counts', 'beside'] as const
export type HiddenReason = (typeof HIDDEN_REASONS)[number]

/** Replies of one area to one question. */
export interface Cell {
  /** People who were asked. */
  population: number
  /** Replies by answer, those that give no score included. */
  counts: readonly number[]
}

/** An area with the areas that make it up, as far as they are published beside it. */
export interface CellTree extends Cell {
  code: string
  parts: CellTree[]
}

/** What may be shown of a cell. How many replied may always be. */
export interface Disclosure {
  score: ScoreDetail
  /** Share of the satisfied. */
  share: boolean
  /** Counts that may be shown, by answer. */
  counts: boolean[]
  reason?: HiddenReason
}

/** What the answers mean: points (null: gives no score) and whether they count as satisfied. */
export interface Scale {
  points: readonly (number | null)[]
  satisfied: readonly boolean[]
}
