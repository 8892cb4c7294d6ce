import type { AreaResultView, ResultBand, SurveyFiguresView } from '~/types/survey-results'
import type { SurveyRules } from '~/types/survey'
import type { Shrunk } from '~/types/survey-scores'
import type { Compiled } from './compile'
import { scoreEstimate, showScore, weigh } from './estimate'
import { detailOf } from './figures'
import { placesOf, shrinkScores, type ScoreUnit } from './ranking'
import { sumOf } from './sums'

export interface Ranked {
  shrunk: Shrunk
  place: number
  tied: boolean
}
export interface Ranking {
  units: Map<string, Ranked>
  noDifference: boolean
}

function rank(units: (ScoreUnit & { code: string })[]): Ranking {
  const shrinkage = shrinkScores(units)
  const places = placesOf(shrinkage.units)
  const ranked = units.flatMap(({ code }, at): [string, Ranked][] => {
    const [shrunk, place] = [shrinkage.units[at], places[at]]
    return shrunk && place ? [[code, { shrunk, place: place.from, tied: place.from < place.to }]] : []
  })
  return { units: new Map(ranked), noDifference: units.length > 1 && shrinkage.spread === 0 }
}

/**
 * Order of the places of one level, drawn towards their mean by how few ballots they rest on. Only those with enough
 * ballots, and whose points may be shown.
 */
export function rankPlaces(compiled: Compiled, digits: number, rules: SurveyRules): Ranking {
  return rank(
    [...compiled.places].flatMap(([code, sums]) => {
      const detail = detailOf(compiled, code, rules)
      const estimate = scoreEstimate(weigh(sums))
      const enough = sumOf(sums.taken) >= rules.rankBallots && (detail === 'tenth' || detail === 'whole')
      return code.length !== digits || code === 'all' || !enough || estimate === undefined
        ? []
        : [
            {
              code,
              n: estimate.effective,
              mean: estimate.value,
              ...(estimate.variance !== undefined && { variance: estimate.variance }),
            },
          ]
    }),
  )
}

/** Bands of grids among all of the survey; one round says no more of sixty households (domain rules 3.2). */
export function bandsOfGrids(
  grids: { areaCode: string; scored: number; points: number; squares: number }[],
): Map<string, ResultBand> {
  const units = grids
    .filter(({ scored }) => scored > 1)
    .map(({ areaCode, scored: n, points, squares }) => {
      const mean = points / n
      return { code: areaCode, n, mean, variance: Math.max(0, (squares - n * mean * mean) / (n - 1)) }
    })
  return new Map([...rank(units).units].map(([code, { shrunk }]) => [code, shrunk.band]))
}

/** A line of the ranking. */
export function lineOf(
  compiled: Compiled,
  {
    areaCode,
    name,
    figures,
    rules,
  }: { areaCode: string; name: string; figures: SurveyFiguresView; rules: SurveyRules },
  ranked: Ranked | undefined,
): AreaResultView {
  const detail = detailOf(compiled, areaCode, rules)
  const { satisfied } = figures
  return {
    ...figures,
    areaCode,
    name,
    place: ranked?.place ?? null,
    tied: ranked?.tied ?? false,
    shrunk: ranked === undefined ? null : showScore(ranked.shrunk, detail),
    band: ranked?.shrunk.band ?? null,
    passed: rules.pass === 0 || satisfied === null ? null : satisfied.value >= rules.pass,
  }
}
