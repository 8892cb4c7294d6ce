import { AREA_CODE_LENGTH } from '~/types/area'
import type { SurveyQuestion, SurveyRules } from '~/types/survey'
import type { CellTree, Disclosure, Scale } from '~/types/survey-scores'
import { disclose } from './disclosure'
import {
  addAsked,
  addTally,
  countsFor,
  noSums,
  scaleOf,
  sumOf,
  type Asked,
  type Sums,
  type Tally,
} from './sums'

/** Everything that was asked, as one place. */
export const WHOLE = 'all'
/** What is left of a place when the places below that have figures of their own are taken away. */
const restOf = (code: string) => `${code}?`

/** What may be shown of every place, question by question; of `several` choice by choice. */
export type Shown = Map<string, Disclosure>[]

export interface Compiled {
  questions: SurveyQuestion[]
  scales: Scale[]
  /** The whole, its towns and its villages. */
  places: Map<string, Sums>
  shown: Shown[]
}

const townOf = (code: string) => code.slice(0, AREA_CODE_LENGTH.town)
const villageOf = (code: string) => code.slice(0, AREA_CODE_LENGTH.village)

/** The places that figures about a code count for, the largest first. */
function chainOf(code: string): string[] {
  const chain = [WHOLE]
  if (code.length >= AREA_CODE_LENGTH.town) {
    chain.push(townOf(code))
  }
  if (code.length >= AREA_CODE_LENGTH.village) {
    chain.push(villageOf(code))
  }
  return chain
}

function addUp(tallies: Tally[], asked: Asked[]): Map<string, Sums> {
  const places = new Map<string, Sums>()
  const at = (code: string) => {
    const sums = places.get(code) ?? noSums()
    places.set(code, sums)
    return sums
  }
  at(WHOLE)
  asked.forEach((row) => chainOf(row.areaCode).forEach((code) => addAsked(at(code), row)))
  tallies.forEach((row) => chainOf(row.areaCode).forEach((code) => addTally(at(code), row)))
  return places
}

type CountsOf = (sums: Sums) => number[]

const cellOf = (sums: Sums, counts: CountsOf) => ({ population: sumOf(sums.asked), counts: counts(sums) })
const less = (all: readonly number[], parts: readonly (readonly number[])[]) =>
  all.map((count, at) => count - parts.reduce((sum, part) => sum + (part[at] ?? 0), 0))

/** The place with those below, and with what of it lies in none of them: that must not be found by subtraction. */
function treeOf(code: string, sums: Sums, parts: CellTree[], counts: CountsOf): CellTree {
  const cell = cellOf(sums, counts)
  const withCounts = parts.filter((part) => part.counts.some((count) => count > 0))
  const rest = less(
    cell.counts,
    withCounts.map((part) => part.counts),
  )
  const population = cell.population - withCounts.reduce((sum, part) => sum + part.population, 0)
  const left = { code: restOf(code), counts: rest, population, parts: [] }
  return {
    ...cell,
    code,
    parts: rest.some((count) => count > 0) && parts.length > 0 ? [...withCounts, left] : withCounts,
  }
}

function discloseCounts(places: Map<string, Sums>, counts: CountsOf, scale: Scale): Map<string, Disclosure> {
  const codes = [...places.keys()].filter((code) => code !== WHOLE).sort()
  const whole = places.get(WHOLE) ?? noSums()
  const towns = codes
    .filter((code) => code.length === AREA_CODE_LENGTH.town)
    .map((town) => {
      const villages = codes
        .filter((code) => code.length === AREA_CODE_LENGTH.village && code.startsWith(town))
        .map((code) => treeOf(code, places.get(code) ?? noSums(), [], counts))
      return treeOf(town, places.get(town) ?? noSums(), villages, counts)
    })
  return disclose(treeOf(WHOLE, whole, towns, counts), scale)
}

/** Of `several` each choice is a table of its own: not chosen, chosen. */
function tablesOf({ kind, options }: SurveyQuestion, index: number): CountsOf[] {
  if (kind !== 'several') {
    return [(sums) => countsFor(sums, index)]
  }
  return options.map((_, at) => (sums) => {
    const [answered = 0, ...chosen] = countsFor(sums, index)
    return [answered - (chosen[at] ?? 0), chosen[at] ?? 0]
  })
}

/** Adds up the closed box and works out what may be shown of it. Pure; the same rows always give the same. */
export function compile(
  questions: SurveyQuestion[],
  rules: SurveyRules,
  { tallies, asked }: { tallies: Tally[]; asked: Asked[] },
): Compiled {
  const places = addUp(tallies, asked)
  const scales = questions.map((question) => scaleOf(question, rules))
  const pair: Scale = { points: [null, null], satisfied: [false, false] }
  const shown = questions.map((question, index) =>
    question.kind === 'text'
      ? []
      : tablesOf(question, index).map((counts) =>
          discloseCounts(places, counts, question.kind === 'several' ? pair : (scales[index] ?? pair)),
        ),
  )
  return { questions, scales, places, shown }
}
