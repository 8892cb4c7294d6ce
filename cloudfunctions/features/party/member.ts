import type { PartyMemberView } from '~/types/party'
import type { Ctx } from '../../core/context'
import { forbidden, notFound } from '../../core/errors'
import { fulfils, isVisible } from './policy'
import { viewMembers } from './queries'
import { lockMember, type MemberRow } from './repo'
import { partyWorkflow } from './workflow'

/** A registration, locked, for an act of the caller; `isDone` tells that it was done before. */
export async function openMember(
  ctx: Ctx,
  id: string,
  action: keyof typeof partyWorkflow,
  isDone: (member: MemberRow) => boolean,
): Promise<{ member: MemberRow; repeated: boolean }> {
  const member = await lockMember(ctx.db, id)
  if (member === undefined || !isVisible(ctx.actor, member)) {
    throw notFound('个报到')
  }
  if (!fulfils(ctx.actor, partyWorkflow[action].rule, member)) {
    throw forbidden()
  }
  ctx.trail = { target: id, areaCode: member.areaCode }
  return { member, repeated: isDone(member) }
}

export async function viewMember(ctx: Ctx, member: MemberRow): Promise<PartyMemberView> {
  const [view] = await viewMembers(ctx, [member])
  if (view === undefined) {
    throw notFound('个报到')
  }
  return view
}
