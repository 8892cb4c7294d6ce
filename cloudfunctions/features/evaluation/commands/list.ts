import type { Input, Output } from '~/types/api'
import { publicGridsOf, scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { viewEvaluations } from '../queries'
import { listEvaluations } from '../repo'

/** Evaluations of the places that the caller evaluates, looks after or lives in; the newest first. */
export async function listOfEvaluations(
  ctx: Ctx,
  { cursor, limit = PAGE.usual }: Input<'evaluation.list'>,
): Promise<Output<'evaluation.list'>> {
  const rows = await listEvaluations(ctx.db, {
    managed: scopesOf(ctx.actor, 'evaluation.manage'),
    viewed: scopesOf(ctx.actor, 'evaluation.view'),
    lived: publicGridsOf(ctx.actor),
    before: decodeCursor(cursor, 1),
    limit,
  })
  const page = toPage(
    rows,
    limit,
    ({ id }) => [id],
    (row) => row,
  )
  return { ...page, items: await viewEvaluations(ctx, page.items) }
}
