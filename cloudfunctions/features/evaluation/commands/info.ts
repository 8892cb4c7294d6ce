import type { Input, Output } from '~/types/api'
import { scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { areaViews } from '../../area/queries'
import { isOut } from '../policy'
import { presentVillage } from '../present'
import { requireRelation, viewEvaluation } from '../queries'
import { findEvaluation, listVillages } from '../repo'

/** The evaluation with its villages; before it is published, staff see those that they look after. */
export async function readEvaluation(
  ctx: Ctx,
  { id, cursor, limit = PAGE.usual }: Input<'evaluation.info'>,
): Promise<Output<'evaluation.info'>> {
  const { evaluation, relation } = requireRelation(ctx, await findEvaluation(ctx.db, id))
  const all = relation === 'maker' || isOut(evaluation.status)
  // A grid worker looks after a part of a village, and the village is what has the number.
  const scopes = all ? null : scopesOf(ctx.actor, 'evaluation.view').map((code) => code.slice(0, 12))
  const rows = await listVillages(ctx.db, id, { scopes, after: decodeCursor(cursor, 5), limit })
  const areas = await areaViews(
    ctx.db,
    rows.map(({ areaCode }) => areaCode),
  )
  const page = toPage(
    rows,
    limit,
    ({ kind, size, placeFrom, placeTo, areaCode }) => {
      return [kind, size, String(placeFrom || 1_000_000), String(placeTo), areaCode]
    },
    (row) => presentVillage(row, areas),
  )
  return { ...(await viewEvaluation(ctx, evaluation)), ...page }
}
