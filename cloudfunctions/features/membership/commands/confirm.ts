import type { Input } from '~/types/api'
import type { MemberView } from '~/types/me'
import { can } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { notFound } from '../../../core/errors'
import { getAreaView } from '../../area/queries'
import { presentMember } from '../present'
import { findMember, lockCurrent, replaceCurrent } from '../repo'

/** The staff of the grid says: this person lives here. */
export async function confirmMembership(
  ctx: Ctx,
  { userId }: Input<'membership.confirm'>,
): Promise<MemberView> {
  const current = await lockCurrent(ctx.db, userId)
  if (current === undefined || !can(ctx.actor, 'membership.manage', current.areaCode)) {
    throw notFound('位邻居')
  }
  await setByWorker(ctx, userId, current.areaCode, current.assurance !== 'worker')
  return viewMember(ctx, userId)
}

/** Writes a membership at assurance `worker` and says so in the trail. */
export async function setByWorker(
  ctx: Ctx,
  userId: string,
  areaCode: string,
  changes: boolean,
): Promise<void> {
  ctx.trail.target = userId
  ctx.trail.areaCode = areaCode
  if (changes) {
    const setBy = ctx.actor.user.id
    await replaceCurrent(ctx.db, {
      id: ctx.newId(),
      userId,
      areaCode,
      assurance: 'worker',
      since: ctx.now,
      setBy,
    })
  }
}

/** The member as the caller sees them now. */
export async function viewMember(ctx: Ctx, userId: string): Promise<MemberView> {
  const row = await findMember(ctx.db, userId)
  if (row === undefined) {
    throw notFound('位邻居')
  }
  return presentMember(row, await getAreaView(ctx.db, row.areaCode), ctx.actor, ctx.secrets)
}
