import type { Input } from '~/types/api'
import type { EvaluationVillageView } from '~/types/evaluation'
import { can } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { conflict, forbidden, notFound } from '../../../core/errors'
import { mayObject, maySee } from '../policy'
import { requireRelation, viewVillage } from '../queries'
import { findVillage, insertObjection, listObjections, lockEvaluation } from '../repo'

/** A village objects to its number, once at a time, while there is time for it. */
export async function objectToEvaluation(
  ctx: Ctx,
  { id, areaCode, reason }: Input<'evaluation.object'>,
): Promise<EvaluationVillageView> {
  const { evaluation } = requireRelation(ctx, await lockEvaluation(ctx.db, id))
  if (!maySee(ctx.actor, evaluation, areaCode) || (await findVillage(ctx.db, id, areaCode)) === undefined) {
    throw notFound('个村的评价')
  }
  ctx.trail = { target: id, areaCode, reason }
  if (!can(ctx.actor, 'evaluation.object', areaCode)) {
    throw forbidden('异议由村书记来提')
  }
  const waiting = (await listObjections(ctx.db, id, { areaCode })).find(({ decidedAt }) => decidedAt === null)
  if (waiting?.objectedBy === ctx.actor.user.id && waiting.reason === reason) {
    return viewVillage(ctx, evaluation, areaCode)
  }
  if (waiting !== undefined) {
    throw conflict('objection_waiting', '这个村已经有一个异议在等裁定,定了以后再提')
  }
  if (!mayObject(evaluation, ctx.now)) {
    throw conflict('objection_window', '现在不在公示期,提不了异议')
  }
  await insertObjection(ctx.db, {
    id: ctx.newId(),
    evaluationId: id,
    areaCode,
    reason,
    objectedBy: ctx.actor.user.id,
    objectedAt: ctx.now,
    upheld: null,
    leftOut: null,
    decidedBy: null,
    decidedAt: null,
  })
  return viewVillage(ctx, evaluation, areaCode)
}
