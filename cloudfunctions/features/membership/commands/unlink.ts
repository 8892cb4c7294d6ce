import type { Input } from '~/types/api'
import type { MemberView } from '~/types/me'
import type { Ctx } from '../../../core/context'
import { clearUser, lockResidentOf } from '../ledger'
import { viewMember } from './confirm'
import { lockManaged } from './link'

/** Takes back who a member was said to be. A ballot that they cast as that person stays cast. */
export async function unlinkMembership(
  ctx: Ctx,
  { userId }: Input<'membership.unlink'>,
): Promise<MemberView> {
  const { areaCode } = await lockManaged(ctx, userId)
  ctx.trail.target = userId
  ctx.trail.areaCode = areaCode
  const resident = await lockResidentOf(ctx.db, userId)
  if (resident !== undefined) {
    await clearUser(ctx.db, { residentId: resident.id, userId }, ctx.now)
  }
  return viewMember(ctx, userId)
}
