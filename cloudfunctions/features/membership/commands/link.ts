import type { Input } from '~/types/api'
import type { MemberView } from '~/types/me'
import type { Ctx } from '../../../core/context'
import { can } from '../../../core/actor'
import { conflict, forbidden, notFound } from '../../../core/errors'
import { emit } from '../../../core/outbox'
import type { Row } from '../../../core/schema'
import { LINK_EVENTS, lockResident, lockResidentOf, setUser } from '../ledger'
import { lockCurrent } from '../repo'
import { setByWorker, viewMember } from './confirm'

/**
 * Says which person of the ledger a member is, and thereby that they live there. One user is one person and one person
 * one user; which of them it is only a worker of that grid says, and nobody of themselves. Source: domain rules 3.6.
 */
export async function linkMembership(
  ctx: Ctx,
  { userId, residentId, how }: Input<'membership.link'>,
): Promise<MemberView> {
  const current = await lockManaged(ctx, userId)
  const resident = await lockResident(ctx.db, residentId)
  if (resident === undefined || resident.areaCode !== current.areaCode) {
    throw notFound('位住户')
  }
  const linked = await lockResidentOf(ctx.db, userId)
  if (linked !== undefined && linked.id !== residentId) {
    throw conflict('already_linked', '这个人已经对上台账里的另一位了。对错了的话,请先取消')
  }
  if (resident.userId !== null && resident.userId !== userId) {
    throw conflict('resident_taken', '台账里的这一位已经对上别的手机了,请先核实是哪一位')
  }
  if (linked === undefined) {
    await setUser(ctx.db, residentId, userId)
    await emit(ctx, LINK_EVENTS.linked, { id: userId }, `membership:${userId}:${ctx.newId()}`)
    ctx.trail.reason = how
  }
  await setByWorker(ctx, userId, current.areaCode, current.assurance !== 'worker')
  return viewMember(ctx, userId)
}

/** The membership of somebody whom the caller may say this of, locked. */
export async function lockManaged(ctx: Ctx, userId: string): Promise<Row<'membership'>> {
  const current = await lockCurrent(ctx.db, userId)
  if (current === undefined || !can(ctx.actor, 'membership.manage', current.areaCode)) {
    throw notFound('位邻居')
  }
  if (userId === ctx.actor.user.id) {
    throw forbidden('自己是台账里的哪一位,要请村里的同志来对')
  }
  return current
}
