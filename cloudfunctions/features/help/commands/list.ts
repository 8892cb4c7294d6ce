import type { Input, Output } from '~/types/api'
import { publicGridsOf, scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { forbidden } from '../../../core/errors'
import { apartFrom } from '../../block/queries'
import { shownGridOf } from '../../me/queries'
import { listCare, listMine, listNear } from '../lists'
import { viewHelpRows } from '../queries'
import type { HelpRow } from '../repo'

/** What was done stays in the list of the neighbours for three days. */
const DONE_MS = 3 * 86_400_000

/** What neighbours need, one's own, or what staff should look at; see HELP_LISTS. Newest first. */
export async function listHelps(ctx: Ctx, input: Input<'help.list'>): Promise<Output<'help.list'>> {
  const { limit = PAGE.usual } = input
  const rows = await read(ctx, input, limit)
  const views = await viewHelpRows(ctx, rows.slice(0, limit))
  const page = toPage(
    rows,
    limit,
    (row) => [row.askedAt.toISOString(), row.id],
    (row) => views.get(row.id),
  )
  return { ...page, items: page.items.filter((view) => view !== undefined) }
}

async function read(ctx: Ctx, { list, kind, cursor }: Input<'help.list'>, limit: number): Promise<HelpRow[]> {
  const page = { kind, before: decodeCursor(cursor, 2), limit }
  const { actor, db, now } = ctx
  if (list === 'mine') {
    return listMine(db, actor.user.id, page)
  }
  if (list === 'care') {
    const scopes = scopesOf(actor, 'help.manage')
    if (scopes.length === 0) {
      throw forbidden()
    }
    return listCare(db, scopes, page)
  }
  const shown = shownGridOf(actor)
  const grids = [...new Set([...publicGridsOf(actor), ...(shown === undefined ? [] : [shown])])]
  const apart = [...(await apartFrom(ctx))]
  const doneSince = new Date(now.getTime() - DONE_MS)
  return listNear(db, { ...page, userId: actor.user.id, grids, apart, doneSince })
}
