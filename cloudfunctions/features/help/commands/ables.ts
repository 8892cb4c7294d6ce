import type { Input, Output } from '~/types/api'
import { areaCodeAt } from '~/types/area'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { apartFrom } from '../../block/queries'
import { shownGridOf } from '../../me/queries'
import { viewAbles } from '../able'
import { findAble } from '../beside'
import { listAbles } from '../lists'

/** Neighbours of the village who can help, those of the grid first. */
export async function listAbleNeighbours(
  ctx: Ctx,
  { kind, cursor, limit = PAGE.usual }: Input<'help.ables'>,
): Promise<Output<'help.ables'>> {
  const grid = shownGridOf(ctx.actor)
  const own = await findAble(ctx.db, ctx.actor.user.id)
  const [mine = null] = await viewAbles(ctx, own === undefined ? [] : [own])
  if (grid === undefined) {
    return { items: [], mine }
  }
  const apart = [...(await apartFrom(ctx))]
  const villageCode = areaCodeAt(grid, 'village')
  const after = decodeCursor(cursor, 2)
  const rows = await listAbles(ctx.db, { villageCode, grid, kind, apart, after, limit })
  const views = new Map((await viewAbles(ctx, rows.slice(0, limit))).map((view) => [view.id, view]))
  const page = toPage(
    rows,
    limit,
    (row) => [String(row.far), row.id],
    (row) => views.get(row.id),
  )
  return { ...page, items: page.items.filter((view) => view !== undefined), mine }
}
