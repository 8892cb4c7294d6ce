import { AGES } from '~/types/activity'
import { shanghaiDay } from '../../core/clock'

/** Whole years on the day of the shift in Shanghai. */
export function ageOn(bornOn: string, at: Date): number {
  const day = shanghaiDay(at)
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}

export const isMinor = (bornOn: string | null, at: Date) => bornOn !== null && ageOn(bornOn, at) < AGES.adult

interface Asked {
  bornOn: string | null
  at: Date
  minAge: number
  maxAge: number
  risky: boolean
}
/** What stands in the way of somebody of that age; null when nothing does. */
export type AgeTrouble = 'unknown' | 'too_young' | 'too_old' | null

/**
 * Who may by age. Grown-ups are believed without a date of birth; where the activity asks for another range, the date
 * must be known. Risky service is for grown-ups only (volunteer rules of Beijing, art. 12).
 */
export function judgeAge({ bornOn, at, minAge, maxAge, risky }: Asked): AgeTrouble {
  if (bornOn === null) {
    return maxAge < AGES.most || minAge > AGES.adult ? 'unknown' : null
  }
  const age = ageOn(bornOn, at)
  if (age < minAge || (risky && age < AGES.adult)) {
    return 'too_young'
  }
  return age > maxAge ? 'too_old' : null
}

/** The guardian comes along with the youngest. */
export const needsCompany = (bornOn: string | null, at: Date) =>
  bornOn !== null && ageOn(bornOn, at) < AGES.accompanied
