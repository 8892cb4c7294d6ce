import type { Input } from '~/types/api'
import type { EvaluationView } from '~/types/evaluation'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { move } from '../../../core/workflow'
import { mayObject } from '../policy'
import { requireMaker, viewEvaluation } from '../queries'
import { listObjections, lockEvaluation } from '../repo'
import { evaluationWorkflow } from '../workflow'

/** Fixes the numbers, once the time for objections is over and all of them are decided. */
export async function freezeEvaluation(
  ctx: Ctx,
  { id }: Input<'evaluation.freeze'>,
): Promise<EvaluationView> {
  const evaluation = requireMaker(ctx, await lockEvaluation(ctx.db, id))
  if (evaluation.status === 'frozen') {
    return viewEvaluation(ctx, evaluation)
  }
  if (mayObject(evaluation, ctx.now)) {
    throw conflict('objection_window', '公示期还没过,过了再定')
  }
  if ((await listObjections(ctx.db, id)).some(({ decidedAt }) => decidedAt === null)) {
    throw conflict('objection_waiting', '还有异议没有裁定,先裁定')
  }
  const action = 'evaluation.freeze'
  const moved = await move(ctx, {
    table: 'evaluation',
    workflow: evaluationWorkflow,
    row: evaluation,
    action,
  })
  return viewEvaluation(ctx, moved)
}
