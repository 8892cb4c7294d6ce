import type { Input } from '~/types/api'
import type { EvaluationView } from '~/types/evaluation'
import type { Ctx } from '../../../core/context'
import { move } from '../../../core/workflow'
import { requireMaker, viewEvaluation } from '../queries'
import { lockEvaluation } from '../repo'
import { evaluationWorkflow } from '../workflow'

/** Shows it to everybody of the area; each village's own card goes into the feeds of its grids. */
export async function publishEvaluation(
  ctx: Ctx,
  { id }: Input<'evaluation.publish'>,
): Promise<EvaluationView> {
  const evaluation = requireMaker(ctx, await lockEvaluation(ctx.db, id))
  if (evaluation.status === 'published') {
    return viewEvaluation(ctx, evaluation)
  }
  const moved = await move(ctx, {
    table: 'evaluation',
    workflow: evaluationWorkflow,
    row: evaluation,
    action: 'evaluation.publish',
    set: { publishedAt: ctx.now },
  })
  return viewEvaluation(ctx, moved)
}
