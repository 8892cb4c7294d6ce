import type { EvaluationComponent, EvaluationTerms } from '~/types/evaluation'
import type { Ctx } from '../../core/context'
import { serviceByVillage } from '../activity/queries'
import { tallyCases } from '../appeal/queries'
import { findSurvey, scoreVillages, type VillageScore } from '../survey/queries'
import type { Measured } from './compose'
import { ratesOf } from './rates'
import type { EvaluationRow } from './repo'
import { serviceOf } from './service'

/** What all components say of a village, beside what is never in its score. */
export interface VillageMeasures {
  components: Map<EvaluationComponent, Measured>
  /** Enough is known to give it a place. */
  sufficient: boolean
  /** People asked; undefined without a survey. */
  people: number | undefined
  danger: number
  dangerLate: number
}

/** What counting needs: the data and the moment. */
export type Counting = Pick<Ctx, 'db' | 'now'>

const DAY_MS = 86_400_000
const NOBODY = { minutes: 0, volunteers: 0, partyMembers: 0, onDuty: 0 }

function satisfactionOf(village: VillageScore): Measured {
  const { score, error, low, high, ballots, electors, effective, weighted, detail } = village
  const facts = { ballots, electors }
  if (score === null) {
    return { value: null, error: 0, leftOut: ballots === 0 ? 'no_data' : 'few', facts }
  }
  const shown = { low, high, effective: Math.round(effective * 10) / 10 }
  const how = { weighted: weighted ? 1 : 0, banded: detail === 'band' ? 1 : 0 }
  return { value: score, error, leftOut: null, facts: { ...facts, ...shown, ...how } }
}

/** Everybody asked is counted, so coverage has no error. */
const coverageOf = ({ coverage, ballots, electors }: VillageScore): Measured => ({
  value: coverage,
  error: 0,
  leftOut: null,
  facts: { ballots, electors },
})

/**
 * Measures every village of the evaluation by what each feature knows; a fixed number of statements for any number of
 * villages. The score of a survey goes in exactly as it may be shown, so that nothing more can be worked out from the
 * whole.
 */
export async function measureVillages(
  ctx: Counting,
  evaluation: EvaluationRow,
  villages: string[],
  terms: EvaluationTerms,
): Promise<Map<string, VillageMeasures>> {
  const { areaCode, fromAt: from, toAt: to, surveyId } = evaluation
  const survey = surveyId === null ? undefined : await findSurvey(ctx.db, surveyId)
  const [scores, cases, service] = await Promise.all([
    survey === undefined ? new Map<string, VillageScore>() : scoreVillages(ctx.db, survey),
    tallyCases(ctx.db, areaCode, { from, to, now: ctx.now }, terms.excluded),
    serviceByVillage(ctx.db, areaCode, { from, to }),
  ])
  const days = (to.getTime() - from.getTime()) / DAY_MS
  const served = new Map(service.map((one) => [one.village, one]))
  // Where nobody has served, the district does not use it yet, which is no village's fault.
  const used = service.some(({ minutes }) => minutes > 0)
  const tallies = new Map(cases.map((one) => [one.village, one]))
  return new Map(
    villages.map((village) => {
      const score = scores.get(village)
      const tally = tallies.get(village)
      const rates = tally && ratesOf(tally, terms)
      const components = new Map<EvaluationComponent, Measured>()
      if (score !== undefined) {
        components.set('satisfaction', satisfactionOf(score)).set('coverage', coverageOf(score))
      }
      if (rates !== undefined) {
        components.set('appeals', rates)
      }
      if (used) {
        components.set('service', serviceOf(served.get(village) ?? NOBODY, score?.electors, days, terms))
      }
      const measures = {
        components,
        sufficient: (score?.ranked ?? true) && (rates?.sufficient ?? true),
        people: score?.electors,
        danger: tally?.danger ?? 0,
        dangerLate: tally?.dangerLate ?? 0,
      }
      return [village, measures]
    }),
  )
}
