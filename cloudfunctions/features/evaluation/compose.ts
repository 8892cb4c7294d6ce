import type {
  ComponentView,
  EvaluationBand,
  EvaluationComponent,
  EvaluationFact,
  EvaluationKind,
  EvaluationSize,
  LeftOutReason,
} from '~/types/evaluation'
import { placesOf, shrinkScores } from '../survey/queries'

/** From components to a number and from numbers to places. Pure. Source: domain rules 1.7 and 3.3. */

/** What one component says of a village. */
export interface Measured {
  value: number | null
  error: number
  leftOut: LeftOutReason | null
  facts: Partial<Record<EvaluationFact, number>>
}

/** Quantile of the normal distribution for a 95 % interval. */
const Z = 1.959963984540054
/** Variance of single answers that are 0 or 100; any common one would do, as only its ratio to the errors counts. */
const UNIT_VARIANCE = 2500
/** Points; nothing is known more exactly. */
const LEAST_ERROR = 0.1
/** Fewer villages of one size are compared with the other sizes of their kind. */
export const CLASS_LEAST = 5

const sum = (list: number[]) => list.reduce((total, one) => total + one, 0)

/** The components of a village with the share that each counts for: one without data gives its weight to the others. */
export function shareWeights(
  weights: Record<EvaluationComponent, number>,
  measured: Map<EvaluationComponent, Measured>,
  leftOut: ReadonlySet<EvaluationComponent>,
): ComponentView[] {
  const lines = (Object.keys(weights) as EvaluationComponent[]).map((name) => {
    const {
      value,
      error,
      facts,
      leftOut: reason,
    } = measured.get(name) ?? {
      value: null,
      error: 0,
      facts: {},
      leftOut: 'no_data' as const,
    }
    return leftOut.has(name)
      ? { name, weight: weights[name], value: null, error: 0, facts, leftOut: 'objection' as const }
      : {
          name,
          weight: weights[name],
          value,
          error,
          facts,
          leftOut: value === null ? (reason ?? 'no_data') : null,
        }
  })
  const total = sum(lines.map(({ weight, value }) => (value === null ? 0 : weight)))
  return lines.map((line) => ({
    ...line,
    share: line.value === null || total === 0 ? 0 : (100 * line.weight) / total,
  }))
}

/** Weighted mean of the components and its standard error, taken as if the components erred independently. */
export function compose(components: ComponentView[]): { score: number | null; error: number } {
  const counted = components.filter(({ value, share }) => value !== null && share > 0)
  if (counted.length === 0) {
    return { score: null, error: 0 }
  }
  const score = sum(counted.map(({ value, share }) => ((value ?? 0) * share) / 100))
  const error = Math.sqrt(sum(counted.map((one) => ((one.error * one.share) / 100) ** 2)))
  return { score: Math.min(100, Math.max(0, score)), error }
}

export interface Unit {
  kind: EvaluationKind
  size: EvaluationSize
  score: number | null
  error: number
  /** Enough is known to place it. */
  placed: boolean
}
export interface Placed {
  low: number | null
  high: number | null
  size: EvaluationSize
  placeFrom: number
  placeTo: number
  placeOf: number
  band: EvaluationBand | null
}

/** Sizes of a kind stay apart only where each has enough villages to compare. */
function classesOf(units: readonly Unit[]): string[] {
  const merged = new Set(
    units
      .map(({ kind }) => kind)
      .filter((kind) =>
        units.some(
          (one) =>
            one.kind === kind &&
            units.filter((other) => other.kind === kind && other.size === one.size).length < CLASS_LEAST,
        ),
      ),
  )
  return units.map(({ kind, size }) => `${kind} ${merged.has(kind) ? 'any' : size}`)
}

/**
 * Places of villages beside their like. Each score is drawn towards the mean of its class by its own error (with
 * n = σ²/error² for a common σ², nᵢ/(nᵢ + k) is τ²/(τ² + errorᵢ²)); places are shared where the intervals overlap.
 */
export function place(units: readonly Unit[]): Placed[] {
  const classes = classesOf(units)
  const placed = units.map(({ score, error, size }, i): Placed => {
    const known = classes[i]?.endsWith(' any') === true ? 'any' : size
    const bounds =
      score === null
        ? { low: null, high: null }
        : { low: Math.max(0, score - Z * error), high: Math.min(100, score + Z * error) }
    return { ...bounds, size: known, placeFrom: 0, placeTo: 0, placeOf: 0, band: null }
  })
  for (const name of new Set(classes)) {
    const members = units.flatMap((unit, i) =>
      classes[i] === name && unit.placed && unit.score !== null ? [{ i, unit }] : [],
    )
    const { units: shrunk } = shrinkScores(
      members.map(({ unit: { score, error } }) => ({
        n: UNIT_VARIANCE / Math.max(LEAST_ERROR, error) ** 2,
        mean: score ?? 0,
        variance: UNIT_VARIANCE,
      })),
    )
    placesOf(shrunk).forEach(({ from, to }, at) => {
      const line = placed[members[at]?.i ?? -1]
      if (line !== undefined) {
        const band = shrunk[at]?.band ?? 'similar'
        Object.assign(line, { placeFrom: from, placeTo: to, placeOf: members.length, band })
      }
    })
  }
  return placed
}
