import type { Input } from '~/types/api'
import type { EvaluationView } from '~/types/evaluation'
import type { Ctx } from '../../../core/context'
import { move } from '../../../core/workflow'
import { requireMaker, viewEvaluation } from '../queries'
import { lockEvaluation } from '../repo'
import { evaluationWorkflow } from '../workflow'

/** Puts a published evaluation away; it stays readable for whom it was published. */
export async function archiveEvaluation(
  ctx: Ctx,
  { id }: Input<'evaluation.archive'>,
): Promise<EvaluationView> {
  const evaluation = requireMaker(ctx, await lockEvaluation(ctx.db, id))
  if (evaluation.status === 'archived') {
    return viewEvaluation(ctx, evaluation)
  }
  const action = 'evaluation.archive'
  const moved = await move(ctx, {
    table: 'evaluation',
    workflow: evaluationWorkflow,
    row: evaluation,
    action,
  })
  return viewEvaluation(ctx, moved)
}
