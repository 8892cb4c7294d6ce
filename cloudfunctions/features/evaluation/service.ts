import type { EvaluationTerms } from '~/types/evaluation'
import type { VillageService } from '../activity/queries'
import type { Measured } from './compose'

const YEAR_DAYS = 365

/**
 * Volunteering and party check-in, half each where both are known: hours for each hundred people, and the share of party
 * members who did their part, each of what counts as full marks. Everything is counted, so there is no error.
 *
 * @param people those asked in the survey; without them the hours have nothing to be compared with
 * @param days length of the period
 */
export function serviceOf(
  { minutes, volunteers, partyMembers, onDuty }: Omit<VillageService, 'village'>,
  people: number | undefined,
  days: number,
  { terms }: Pick<EvaluationTerms, 'terms'>,
): Measured {
  const hours = minutes / 60
  const full = (terms.hours * days) / YEAR_DAYS
  const parts = [
    ...(people === undefined || people === 0 ? [] : [Math.min(100, (100 * ((100 * hours) / people)) / full)]),
    ...(partyMembers === 0
      ? []
      : [Math.min(100, (100 * ((100 * onDuty) / partyMembers)) / terms.partyShare)]),
  ]
  const facts = {
    hours: Math.round(hours * 10) / 10,
    people: volunteers,
    partyMembers,
    ...(partyMembers > 0 && { partyShare: (100 * onDuty) / partyMembers }),
  }
  const value = parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0) / parts.length
  return { value, error: 0, leftOut: value === null ? 'no_data' : null, facts }
}
