import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { invalid } from '../../../core/errors'
import { refuseFlood } from '../../../core/flood'
import { areaViews } from '../../area/queries'
import { introduceFirst } from '../../me/queries'
import { announceBehalf, behalfOf } from '../behalf'
import { viewAppeal } from '../queries'
import { openAppeal } from '../opening'
import { countSubmittedSince } from '../repo'

/** More than this in an hour is a machine or a mistake; an angry resident stays far below. */
const FLOOD = { hours: 1, most: 60, words: '您提得有点多,请歇一会儿再提,急事请直接打网格员电话' }

/** Takes down what a resident says. The place and the category decide who gets it, never the resident. */
export async function submitAppeal(ctx: Ctx, input: Input<'appeal.submit'>): Promise<AppealView> {
  const areaCode = await placeOf(ctx, input.areaCode)
  await introduceFirst(ctx, input)
  const { id: submitterId } = ctx.actor.user
  await refuseFlood(ctx, FLOOD, (since) => countSubmittedSince(ctx.db, submitterId, since))
  const behalf = await behalfOf(ctx, input.behalf, areaCode)
  const appeal = await openAppeal(ctx, { ...input, areaCode, submitterId, behalf })
  await announceBehalf(ctx, appeal)
  return viewAppeal(ctx, appeal)
}

async function placeOf(ctx: Ctx, asked: string | undefined): Promise<string> {
  const areaCode = asked ?? ctx.actor.membership?.areaCode ?? ctx.actor.groupAreaCode
  if (areaCode === undefined) {
    throw invalid({ areaCode: '请先选一下您住在哪个网格' })
  }
  if (!(await areaViews(ctx.db, [areaCode])).has(areaCode)) {
    throw invalid({ areaCode: '没有这个网格,请重新选' })
  }
  return areaCode
}
