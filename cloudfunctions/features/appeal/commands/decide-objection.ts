import type { Input } from '~/types/api'
import type { AppealStatus, AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { forbidden, invalid, notFound } from '../../../core/errors'
import { signDueAfter } from '../clock'
import { viewAppeal } from '../queries'
import type { AppealRow } from '../repo'
import { findObjection, updateObjection } from '../rounds'
import { act, openForAct } from '../step'
import { handedTo, requireDepartments } from './dispatch'
import { decideWhistleObjection } from './whistle-objection'

type DecideInput = Input<'appeal.decideObjection'>

const isDecided = ({ status }: AppealRow) => status !== 'objected'

/** Upheld: to another department, or back to the town. Denied: the department leads. The clock never stopped. */
export async function decideObjection(ctx: Ctx, input: DecideInput): Promise<AppealView> {
  const { id, whistleId, upheld, words } = input
  if (whistleId !== undefined) {
    return decideWhistleObjection(ctx, { id, whistleId, upheld, words })
  }
  const { appeal, repeated } = await openForAct(ctx, id, 'appeal.decideObjection', isDecided)
  if (repeated) {
    return viewAppeal(ctx, appeal)
  }
  const objection = await findObjection(ctx.db, appeal.id)
  if (objection === undefined) {
    throw notFound('次异议')
  }
  if (objection.objectedBy === ctx.actor.user.id) {
    throw forbidden('自己提的异议,要由别的同志来定')
  }
  const { to, set } = await outcomeOf(ctx, appeal, input)
  const moved = await act(ctx, { appeal, action: 'appeal.decideObjection', to, set, words })
  await updateObjection(ctx.db, objection.id, {
    upheld,
    words,
    decidedBy: ctx.actor.user.id,
    decidedAt: ctx.now,
  })
  return viewAppeal(ctx, moved)
}

async function outcomeOf(
  ctx: Ctx,
  appeal: AppealRow,
  { upheld, department }: DecideInput,
): Promise<{ to: AppealStatus; set: Partial<AppealRow> }> {
  if (!upheld) {
    return { to: 'accepted', set: { waitingFor: null } }
  }
  if (department === undefined) {
    const signDueAt = await signDueAfter(ctx, appeal.urgency)
    return { to: 'escalated', set: { leadDepartment: null, waitingFor: null, signDueAt } }
  }
  if (department === appeal.leadDepartment) {
    throw invalid({ department: '异议成立就要换一个部门' })
  }
  await requireDepartments(ctx, [department], 'department')
  return { to: 'dispatched', set: await handedTo(ctx, appeal, department) }
}
