import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { areaViews } from '../../area/queries'
import { presentObjections, requireMaker } from '../queries'
import { findEvaluation, listObjections } from '../repo'

/** All objections with their decisions, for who made the evaluation. */
export async function listOfObjections(
  ctx: Ctx,
  { id, cursor, limit = PAGE.usual }: Input<'evaluation.objections'>,
): Promise<Output<'evaluation.objections'>> {
  const evaluation = requireMaker(ctx, await findEvaluation(ctx.db, id))
  const rows = await listObjections(ctx.db, id, { after: decodeCursor(cursor, 1), limit })
  const areas = await areaViews(
    ctx.db,
    rows.map(({ areaCode }) => areaCode),
  )
  const page = toPage(
    rows,
    limit,
    (row) => [row.id],
    (row) => row,
  )
  return { ...page, items: presentObjections(ctx, evaluation, page.items, areas) }
}
