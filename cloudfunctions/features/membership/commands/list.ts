import type { Input, Output } from '~/types/api'
import { can } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { notFound } from '../../../core/errors'
import { areaViews, getAreaView } from '../../area/queries'
import { presentMember } from '../present'
import { listMembers } from '../repo'

/** Members of an area, for its staff. */
export async function listMemberships(
  ctx: Ctx,
  input: Input<'membership.list'>,
): Promise<Output<'membership.list'>> {
  const { areaCode, words = '', limit = PAGE.usual } = input
  if (!can(ctx.actor, 'membership.manage', areaCode) && !can(ctx.actor, 'assignment.give', areaCode)) {
    throw notFound('个地方')
  }
  const [after] = decodeCursor(input.cursor, 1) ?? []
  const fallback = await getAreaView(ctx.db, areaCode)
  const rows = await listMembers(ctx.db, { areaCode, words, after, limit })
  const areas = await areaViews(
    ctx.db,
    rows.map((row) => row.areaCode),
  )
  return toPage(
    rows,
    limit,
    (row) => [row.id],
    (row) => presentMember(row, areas.get(row.areaCode) ?? fallback, ctx.actor, ctx.secrets),
  )
}
