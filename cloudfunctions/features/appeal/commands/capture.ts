import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import { can } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { invalid, notFound } from '../../../core/errors'
import { viewAppeal } from '../queries'
import { openAppeal } from '../opening'
import { livesIn } from '../repo'

/**
 * A worker writes down what somebody said in the group or at the door; how they agreed is kept. The person, when known
 * to the program, owns the case and hears the result; of anybody else a name and a number are kept, for calling back.
 */
export async function captureAppeal(ctx: Ctx, input: Input<'appeal.capture'>): Promise<AppealView> {
  const own = ctx.actor.assignments.find(({ areaCode }) => areaCode.length === 15)?.areaCode
  const areaCode = input.areaCode ?? own
  if (areaCode === undefined) {
    throw invalid({ areaCode: '请选到具体的网格' })
  }
  if (!can(ctx.actor, 'appeal.handle', areaCode)) {
    throw notFound('个网格')
  }
  if (input.userId !== undefined && !(await livesIn(ctx.db, input.userId, areaCode))) {
    throw invalid({ userId: '这位邻居不在这个网格' })
  }
  const { userId, name = '', phone } = input
  const capturedBy = ctx.actor.user.id
  const whose =
    userId === undefined ? { submitterId: capturedBy, contact: { name, phone } } : { submitterId: userId }
  const appeal = await openAppeal(ctx, { ...input, ...whose, areaCode, capturedBy })
  return viewAppeal(ctx, appeal)
}
