import type { Input, Output } from '~/types/api'
import { can } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { decodeCursor, PAGE, toPage } from '../../../core/cursor'
import { notFound } from '../../../core/errors'
import { listUnlinked } from '../ledger'
import { presentResident } from '../present'
import { findMember } from '../repo'

/** Who of the ledger of the member's grid they could be. */
export async function listCandidates(
  ctx: Ctx,
  input: Input<'membership.candidates'>,
): Promise<Output<'membership.candidates'>> {
  const { userId, words = '', limit = PAGE.usual } = input
  const member = await findMember(ctx.db, userId)
  if (member === undefined || !can(ctx.actor, 'membership.manage', member.areaCode)) {
    throw notFound('位邻居')
  }
  const after = decodeCursor(input.cursor, 2)
  const rows = await listUnlinked(ctx.db, { areaCode: member.areaCode, words, after, limit })
  return toPage(rows, limit, ({ door, residentId }) => [door, residentId], presentResident)
}
