import type { Input } from '~/types/api'
import type { EvaluationObjectionView } from '~/types/evaluation'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden, notFound } from '../../../core/errors'
import { areaViews } from '../../area/queries'
import { calculate } from '../calculate'
import { presentObjections, requireMaker } from '../queries'
import { lockEvaluation, lockObjection, updateObjection } from '../repo'

/**
 * Decides whether a village is right, with reasons that stay. When it is, a component may be left out for it; then all
 * are worked out again, as places are relative.
 */
export async function decideObjection(
  ctx: Ctx,
  { id, upheld, words, leaveOut }: Input<'evaluation.decideObjection'>,
): Promise<EvaluationObjectionView> {
  const objection = await lockObjection(ctx.db, id)
  if (objection === undefined) {
    throw notFound('个异议')
  }
  const evaluation = requireMaker(ctx, await lockEvaluation(ctx.db, objection.evaluationId))
  ctx.trail = { target: id, areaCode: objection.areaCode, reason: words }
  if (objection.objectedBy === ctx.actor.user.id) {
    throw forbidden('自己提的异议要请另一位同志裁定')
  }
  const leftOut = leaveOut ?? null
  const again =
    objection.decidedBy === ctx.actor.user.id && objection.upheld === upheld && objection.leftOut === leftOut
  if (objection.decidedAt !== null && !again) {
    throw conflict('objection_decided', '这个异议已经裁定过了')
  }
  if (evaluation.status !== 'objecting') {
    throw conflict('wrong_status', '评价已经定下来了,不能再改')
  }
  const decided = again
    ? objection
    : await updateObjection(ctx.db, id, {
        upheld,
        words,
        leftOut,
        decidedBy: ctx.actor.user.id,
        decidedAt: ctx.now,
      })
  // By the settings of the last computation, so that nothing but the objection changes the numbers.
  if (!again && leftOut !== null && evaluation.terms !== null) {
    await calculate(ctx, evaluation, evaluation.terms)
  }
  const areas = await areaViews(ctx.db, [decided.areaCode])
  const [view] = presentObjections(ctx, evaluation, [decided], areas)
  if (view === undefined) {
    throw notFound('个异议')
  }
  return view
}
