import type { Input } from '~/types/api'
import type { EvaluationVillageView } from '~/types/evaluation'
import type { Ctx } from '../../../core/context'
import { requireRelation, viewVillage } from '../queries'
import { findEvaluation } from '../repo'

/** How the number of one village came about. */
export async function explainEvaluation(
  ctx: Ctx,
  { id, areaCode }: Input<'evaluation.explain'>,
): Promise<EvaluationVillageView> {
  const { evaluation } = requireRelation(ctx, await findEvaluation(ctx.db, id))
  return viewVillage(ctx, evaluation, areaCode)
}
