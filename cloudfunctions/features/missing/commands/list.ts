import type { Input, Output } from '~/types/api'
import { areaCodeAt } from '~/types/area'
import { scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { forbidden } from '../../../core/errors'
import { toldAmong } from '../../broadcast/queries'
import { shownGridOf } from '../../me/queries'
import { isPolice } from '../policy'
import { viewMissingRows } from '../queries'
import { listOpen, listReported, listSearched, type MissingRow } from '../repo'
import { keyOf } from '../telling'

/** Searches of a district that are looked through for the caller's grid; more at once there never are. */
const SEARCHES_MOST = 50

/** Where I live, what I reported, or what is mine to lead; see MISSING_LISTS. */
export async function listMissing(ctx: Ctx, input: Input<'missing.list'>): Promise<Output<'missing.list'>> {
  const { limit = PAGE.usual } = input
  const before = decodeCursor(input.cursor, 2)
  switch (input.list) {
    case 'near':
      return present(ctx, before === undefined ? await near(ctx) : [], PAGE.most)
    case 'mine':
      return present(ctx, await listReported(ctx.db, ctx.actor.user.id, { before, limit }), limit)
    case 'desk':
      return present(ctx, await listOpen(ctx.db, deskOf(ctx), { before, limit }), limit)
  }
}

/** Searches of which the caller's grid was told. */
async function near(ctx: Ctx): Promise<MissingRow[]> {
  const grid = shownGridOf(ctx.actor)
  if (grid === undefined) {
    return []
  }
  const rows = await listSearched(ctx.db, areaCodeAt(grid, 'district'), SEARCHES_MOST)
  const told = await toldAmong(ctx.db, rows.map(keyOf), [grid])
  return rows.filter((row) => told.has(keyOf(row)))
}

/** Areas that the caller leads in; the police everywhere. */
function deskOf({ actor }: Ctx): string[] {
  const scopes = [
    ...scopesOf(actor, 'missing.lead'),
    ...(isPolice(actor) ? actor.assignments.map(({ areaCode }) => areaCodeAt(areaCode, 'district')) : []),
  ]
  if (scopes.length === 0) {
    throw forbidden()
  }
  return scopes
}

async function present(ctx: Ctx, rows: MissingRow[], limit: number): Promise<Output<'missing.list'>> {
  const views = await viewMissingRows(ctx, rows.slice(0, limit))
  const page = toPage(
    rows,
    limit,
    (row) => [row.reportedAt.toISOString(), row.id],
    (row) => views.get(row.id),
  )
  return { ...page, items: page.items.filter((view) => view !== undefined) }
}
