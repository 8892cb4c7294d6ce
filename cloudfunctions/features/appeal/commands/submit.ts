import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { AppError, invalid } from '../../../core/errors'
import { areaViews } from '../../area/queries'
import { introduce, requireConsent } from '../../me/queries'
import { viewAppeal } from '../queries'
import { openAppeal } from '../opening'
import { countSubmittedSince } from '../repo'

/** More than this in an hour is a machine or a mistake; an angry resident stays far below. */
const HOURLY_MOST = 60

/** Takes down what a resident says. The place and the category decide who gets it, never the resident. */
export async function submitAppeal(ctx: Ctx, input: Input<'appeal.submit'>): Promise<AppealView> {
  const areaCode = await placeOf(ctx, input.areaCode)
  await introduceFirst(ctx, input)
  await refuseFlood(ctx)
  const appeal = await openAppeal(ctx, { ...input, areaCode, submitterId: ctx.actor.user.id })
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

/** A name is asked for the first time somebody speaks, after the privacy notice. */
async function introduceFirst(ctx: Ctx, { name, phone }: Input<'appeal.submit'>): Promise<void> {
  if (ctx.actor.user.name === '' && name === undefined) {
    throw invalid({ name: '请告诉我们怎么称呼您' })
  }
  if (name !== undefined || phone !== undefined) {
    requireConsent(ctx)
    await introduce(ctx, { name, phone })
  }
}

async function refuseFlood(ctx: Ctx): Promise<void> {
  const since = new Date(ctx.now.getTime() - 3_600_000)
  if ((await countSubmittedSince(ctx.db, ctx.actor.user.id, since)) >= HOURLY_MOST) {
    throw new AppError('RATE_LIMITED', { userMessage: '您提得有点多,请歇一会儿再提,急事请直接打网格员电话' })
  }
}
