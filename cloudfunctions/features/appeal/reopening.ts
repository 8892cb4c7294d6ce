import { AREA_CODE_LENGTH, areaCodeAt } from '~/types/area'
import type { Ctx } from '../../core/context'
import { newTerm } from './clock'
import type { AppealRow } from './repo'

/** One level up, the town at most: who was unhappy, or waited too long, is not sent back to the same desk. */
export function levelAbove(appeal: AppealRow): string {
  return areaCodeAt(appeal.areaCode, appeal.holderCode.length >= AREA_CODE_LENGTH.grid ? 'village' : 'town')
}

/** Nothing has been reported done in this round. */
const NOT_TOLD = { fedBackCitizenAt: null, fedBackCentreAt: null, toldBy: null, withoutPicture: '' }

/** The columns of a case that begins again: the level above, a new round, a new term of the same urgency. */
export async function beginAgain(ctx: Ctx, appeal: AppealRow): Promise<Partial<AppealRow>> {
  return {
    holderCode: levelAbove(appeal),
    handlerId: null,
    handledAt: null,
    closedAt: null,
    leadDepartment: null,
    outcome: null,
    channel: null,
    waitingFor: null,
    reviewAt: null,
    ...NOT_TOLD,
    ...(await newTerm(ctx, appeal.urgency)),
    reopenCount: appeal.reopenCount + 1,
  }
}
