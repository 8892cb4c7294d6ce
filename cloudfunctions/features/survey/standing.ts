import type { Standing, SurveyReason } from '~/types/survey'
import { AREA_CODE_LENGTH } from '~/types/area'
import type { Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import type { ElectorRow, RollRow } from './electors'
import { isAsked } from './policy'

export interface OnRoll {
  /** The caller is known to be somebody of the ledger. */
  linked: boolean
  elector: ElectorRow | undefined
  /** What stands on the roll for the caller's unit. */
  roll: RollRow | undefined
}

export const isOpen = ({ status, closesAt }: Row<'survey'>, now: Date) => status === 'open' && closesAt > now

/** The one ballot of the unit is there: the caller's own, one on paper or from another phone, or the family's. */
function votedHow({ user }: Actor, { elector, roll }: OnRoll): Standing | undefined {
  if (roll === undefined) {
    return undefined
  }
  const { castBy, origin, unitId, residentId } = roll
  if (castBy === user.id && origin === 'program') {
    // Cast while they were taken for somebody else: it counts, and can no longer be replaced.
    return unitId === elector?.unitId ? 'voted' : 'voted_elsewhere'
  }
  return residentId === elector?.residentId ? 'voted_elsewhere' : 'household_voted'
}

const villageOf = (code: string) => code.slice(0, AREA_CODE_LENGTH.village)

/** What the caller may do about the survey. Who they are on the roll counts, and that they belong there for sure. */
export function standingOf(actor: Actor, survey: Row<'survey'>, onRoll: OnRoll, now: Date): Standing {
  const voted = votedHow(actor, onRoll)
  if (voted !== undefined) {
    return voted
  }
  if (!isOpen(survey, now)) {
    return 'over'
  }
  const { membership } = actor
  if (membership === null || !isAsked(membership.areaCode, survey)) {
    return 'not_asked'
  }
  if (membership.assurance === 'self') {
    return 'assurance_needed'
  }
  const { elector, linked } = onRoll
  if (elector === undefined) {
    return linked ? 'not_asked' : 'not_on_roll'
  }
  return villageOf(elector.areaCode) === villageOf(membership.areaCode) ? 'may' : 'not_asked'
}

/** Why somebody cannot vote, in their words. */
export const STANDING_WORDS: Record<Exclude<Standing, 'may' | 'voted'>, [SurveyReason, string]> = {
  over: ['survey_closed', '这次测评已经截止了'],
  not_asked: ['not_asked', '这次测评没有问到您'],
  assurance_needed: ['assurance_needed', '请从网格群里打开小程序,或者请网格员确认您住在这里,再来投票'],
  not_on_roll: [
    'not_on_roll',
    '台账上还没有对上您是哪一位。请告诉网格员您住哪家、叫什么,对上以后就能投;也可以填纸质票',
  ],
  voted_elsewhere: ['voted_elsewhere', '您已经投过票了,投在纸上或别的手机上的不能再改'],
  household_voted: ['household_voted', '这次每户一票,您家里已经有人投过了'],
}
