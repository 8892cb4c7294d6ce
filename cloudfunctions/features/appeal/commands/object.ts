import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { AppError, conflict } from '../../../core/errors'
import { readTerms } from '../clock'
import { readLimits } from '../limits'
import { viewAppeal } from '../queries'
import type { AppealRow } from '../repo'
import { insertObjection } from '../rounds'
import { act, openForAct } from '../step'
import { objectToWhistle } from './whistle-objection'

const isObjected = ({ status }: AppealRow) => status === 'objected'

/** The department says: not ours. In its window, so often and no more; the district decides, never who objects (art. 12). */
export async function objectAppeal(ctx: Ctx, input: Input<'appeal.object'>): Promise<AppealView> {
  const { id, reason, whistleId } = input
  if (whistleId !== undefined) {
    return objectToWhistle(ctx, { id, whistleId, reason })
  }
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.object', isObjected)
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  const { objections } = await readLimits(ctx)
  if (appeal.objectionCount >= objections) {
    throw new AppError('LIMIT_REACHED', {
      reason: 'objection_limit',
      userMessage: `这件事已经提过${objections}次异议了,请先办,分歧由区里协调`,
    })
  }
  if (appeal.signDueAt !== null && ctx.now > appeal.signDueAt) {
    throw conflict('objection_too_late', '提异议的时间已经过了,请先接单办理')
  }
  const { decide } = await readTerms(ctx)
  const department = appeal.leadDepartment ?? ''
  const set = { objectionCount: appeal.objectionCount + 1, signDueAt: null }
  const moved = await act(ctx, { appeal, action: 'appeal.object', set, words: reason })
  await insertObjection(ctx.db, {
    id: ctx.newId(),
    appealId: id,
    round: moved.objectionCount,
    department,
    reason,
    objectedBy: ctx.actor.user.id,
    objectedAt: ctx.now,
    decideBy: new Date(ctx.now.getTime() + decide * 1000),
    upheld: null,
    decidedBy: null,
    decidedAt: null,
  })
  return viewAppeal(ctx, moved)
}
