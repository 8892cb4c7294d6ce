import type { Strata, Unweighted, Weighting } from '~/types/survey-scores'
import { effectiveSize } from './scoring'

/**
 * Weights by which the replies look like the electorate in age and sex. Pure. Explained in docs/scoring.md.
 * Source: domain rules 3.3; Deming and Stephan (1940); as R's survey::rake.
 */
export const RAKING = {
  /** Age bands or sexes with fewer replies are taken together with a neighbour. */
  least: 5,
  rounds: 50,
  /** Largest relative distance of a margin from the electorate. */
  tolerance: 1e-4,
  /** A reply counts for between a third of a person and three. */
  trim: { low: 1 / 3, high: 3 },
} as const

type Options = { [K in keyof typeof RAKING]?: K extends 'trim' ? { low: number; high: number } : number }

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
const rowSums = (table: Strata) => table.map((row) => sum(row))
const columnSums = (table: Strata) =>
  (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0)))

/**
 * Takes neighbouring categories of a margin together until each has enough replies and somebody asked.
 *
 * @returns the group that each category belongs to, counted from 0
 */
export function mergeSmall(
  replies: readonly number[],
  asked: readonly number[],
  least: number = RAKING.least,
): number[] {
  const groups = replies.map((n, i) => ({ members: [i], n, asked: asked[i] ?? 0 }))
  for (;;) {
    const small = groups.findIndex((group) => group.n < least || group.asked <= 0)
    if (small < 0 || groups.length === 1) {
      break
    }
    const [before, after] = [groups[small - 1], groups[small + 1]]
    const left = after === undefined || (before !== undefined && before.n <= after.n)
    const at = left ? small - 1 : small
    const [one, two] = groups.slice(at, at + 2)
    if (one !== undefined && two !== undefined) {
      const members = [...one.members, ...two.members]
      groups.splice(at, 2, { members, n: one.n + two.n, asked: one.asked + two.asked })
    }
  }
  return replies.map((_, i) => groups.findIndex(({ members }) => members.includes(i)))
}

/** The table with rows and columns of one group added up. */
function collapse(table: Strata, rows: readonly number[], columns: readonly number[]): number[][] {
  const merged = Array.from({ length: Math.max(...rows) + 1 }, () =>
    Array.from({ length: Math.max(...columns) + 1 }, () => 0),
  )
  table.forEach((row, i) =>
    row.forEach((count, j) => {
      const line = merged[rows[i] ?? 0]
      const column = columns[j] ?? 0
      if (line !== undefined) {
        line[column] = (line[column] ?? 0) + count
      }
    }),
  )
  return merged
}

/** Factors of rows and columns that bring both margins of `replies` to those asked, by turns. */
function fit(replies: Strata, asked: Strata, rounds: number, tolerance: number) {
  const scale = sum(rowSums(replies)) / sum(rowSums(asked))
  const target = {
    rows: rowSums(asked).map((n) => n * scale),
    columns: columnSums(asked).map((n) => n * scale),
  }
  let rows = target.rows.map(() => 1)
  let columns = target.columns.map(() => 1)
  let round = 0
  let off = Infinity
  while (off > tolerance && round < rounds) {
    round += 1
    const weighted = (i: number) => sum((replies[i] ?? []).map((n, j) => n * (columns[j] ?? 1)))
    rows = target.rows.map((goal, i) => goal / weighted(i))
    const above = (j: number) => sum(replies.map((row, i) => (row[j] ?? 0) * (rows[i] ?? 1)))
    columns = target.columns.map((goal, j) => goal / above(j))
    off = Math.max(...target.rows.map((goal, i) => Math.abs(((rows[i] ?? 1) * weighted(i)) / goal - 1)))
  }
  return { rows, columns, round, converged: off <= tolerance }
}

/**
 * Weights by age band and sex, so that the replies have the electorate's ages and sexes: raked to both margins, small
 * categories merged, trimmed. A mean weight of about 1. Where the margins cannot be reached, everybody counts the same.
 *
 * @param replies `[ageBand][sex]`, at least one
 * @param asked the electorate in the same shape
 */
export function rakeWeights(replies: Strata, asked: Strata, options: Options = {}): Weighting {
  const { least, rounds, tolerance, trim } = { ...RAKING, ...options }
  const sizes = replies.flat()
  const same = (unweighted?: Unweighted, round = 0): Weighting => ({
    weights: replies.map((row) => row.map(() => 1)),
    effective: sum(sizes),
    trimmed: 0,
    rounds: round,
    ...(unweighted !== undefined && { unweighted }),
  })
  if (sum(sizes) === 0 || sum(asked.flat()) === 0) {
    return same('too_few')
  }
  const bands = mergeSmall(rowSums(replies), rowSums(asked), least)
  const sexes = mergeSmall(columnSums(replies), columnSums(asked), least)
  if (Math.max(...bands) === 0 && Math.max(...sexes) === 0) {
    return same('too_few')
  }
  const fitted = fit(collapse(replies, bands, sexes), collapse(asked, bands, sexes), rounds, tolerance)
  if (!fitted.converged) {
    return same('not_converged', fitted.round)
  }
  let trimmed = 0
  const weights = replies.map((row, i) =>
    row.map((n, j) => {
      const raw = (fitted.rows[bands[i] ?? 0] ?? 1) * (fitted.columns[sexes[j] ?? 0] ?? 1)
      const kept = Math.min(trim.high, Math.max(trim.low, raw))
      trimmed += kept === raw ? 0 : n
      return kept
    }),
  )
  return { weights, effective: effectiveSize(sizes, weights.flat()), trimmed, rounds: fitted.round }
}
