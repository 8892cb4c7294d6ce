import { AREA_CODE_LENGTH, areaCodeAt } from '~/types/area'
import type { Ctx } from '../../core/context'
import { readSetting } from '../../core/settings'
import type { AppealRow } from './repo'
import { deadlinesSetting } from './schema'

/** One level up, the town at most: who was unhappy is not sent back to the same desk. */
function levelAbove(appeal: AppealRow): string {
  return areaCodeAt(appeal.areaCode, appeal.holderCode.length >= AREA_CODE_LENGTH.grid ? 'village' : 'town')
}

/** The columns of a case that begins again: the level above, a new round, a new term of the same urgency. */
export async function beginAgain(ctx: Ctx, appeal: AppealRow): Promise<Partial<AppealRow>> {
  const deadlines = await readSetting(ctx.db, 'appeal.deadlines', deadlinesSetting, ctx.now)
  return {
    holderCode: levelAbove(appeal),
    handlerId: null,
    handledAt: null,
    closedAt: null,
    dueAt: new Date(ctx.now.getTime() + deadlines[appeal.urgency] * 1000),
    reopenCount: appeal.reopenCount + 1,
  }
}
