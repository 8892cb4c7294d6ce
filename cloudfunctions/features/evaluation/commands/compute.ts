import type { Input } from '~/types/api'
import type { EvaluationView } from '~/types/evaluation'
import type { Ctx } from '../../../core/context'
import { move } from '../../../core/workflow'
import { calculate } from '../calculate'
import { requireMaker, viewEvaluation } from '../queries'
import { lockEvaluation } from '../repo'
import { readTerms } from '../settings'
import { evaluationWorkflow } from '../workflow'

const DAY_MS = 86_400_000

/**
 * Works the evaluation out with the settings now in force, and opens the time for objections anew: the numbers that a
 * village is to check may have changed.
 */
export async function computeEvaluation(
  ctx: Ctx,
  { id }: Input<'evaluation.compute'>,
): Promise<EvaluationView> {
  const evaluation = requireMaker(ctx, await lockEvaluation(ctx.db, id))
  const setting = await readTerms(ctx)
  const until = new Date(ctx.now.getTime() + setting.terms.objectionDays * DAY_MS)
  const moved = await move(ctx, {
    table: 'evaluation',
    workflow: evaluationWorkflow,
    row: evaluation,
    action: 'evaluation.compute',
    set: {
      edition: evaluation.edition + 1,
      terms: JSON.stringify(setting) as never,
      objectionsUntil: until,
    },
  })
  await calculate(ctx, moved, setting)
  return viewEvaluation(ctx, moved)
}
