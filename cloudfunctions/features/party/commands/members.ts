import type { Input, Output } from '~/types/api'
import { scopesOf } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { viewMembers } from '../queries'
import { listMembers } from '../repo'

/** Who registered in the villages of the caller, newest first, with whole names. */
export async function readMembers(
  ctx: Ctx,
  { status, cursor, limit = PAGE.usual }: Input<'party.members'>,
): Promise<Output<'party.members'>> {
  const before = decodeCursor(cursor, 2)
  const scopes = scopesOf(ctx.actor, 'party.manage')
  const rows = await listMembers(ctx.db, { scopes, status, before, limit })
  const views = new Map((await viewMembers(ctx, rows.slice(0, limit))).map((view) => [view.id, view]))
  const page = toPage(
    rows,
    limit,
    (row) => [row.registeredAt.toISOString(), row.id],
    (row) => views.get(row.id),
  )
  return { ...page, items: page.items.filter((view) => view !== undefined) }
}
