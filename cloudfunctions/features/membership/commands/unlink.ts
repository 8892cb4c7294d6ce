import type { Input } from '~/types/api'
import type { MemberView } from '~/types/me'
import type { Ctx } from '../../../core/context'
import { emit } from '../../../core/outbox'
import { clearUser, LINK_EVENTS, lockResidentOf } from '../ledger'
import { viewMember } from './confirm'
import { lockManaged } from './link'

/** Takes back who a member was said to be. A ballot that they cast as that person stays cast. */
export async function unlinkMembership(
  ctx: Ctx,
  { userId, reason }: Input<'membership.unlink'>,
): Promise<MemberView> {
  const { areaCode } = await lockManaged(ctx, userId)
  ctx.trail = { target: userId, areaCode, reason }
  const resident = await lockResidentOf(ctx.db, userId)
  if (resident !== undefined) {
    await clearUser(ctx.db, { residentId: resident.id, userId }, ctx.now)
    await emit(ctx, LINK_EVENTS.unlinked, { id: userId }, `membership:${userId}:${ctx.newId()}`)
  }
  return viewMember(ctx, userId)
}
