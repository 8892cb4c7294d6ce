import type { Input } from '~/types/api'
import type { PartyMemberView } from '~/types/party'
import type { Ctx } from '../../../core/context'
import { move } from '../../../core/workflow'
import { openMember, viewMember } from '../member'
import { setPartyMember } from '../repo'
import { partyWorkflow } from '../workflow'

/** The village knows the member, who from then on counts as one everywhere; or says why not. */
export async function confirmMember(
  ctx: Ctx,
  { id, confirmed, reason = '' }: Input<'party.confirm'>,
): Promise<PartyMemberView> {
  const to = confirmed ? 'confirmed' : 'declined'
  const { member, repeated } = await openMember(
    ctx,
    id,
    'party.confirm',
    ({ status, decidedBy }) => status === to && decidedBy === ctx.actor.user.id,
  )
  if (repeated) {
    return viewMember(ctx, member)
  }
  const set = { decidedBy: ctx.actor.user.id, decidedAt: ctx.now, reason: confirmed ? '' : reason }
  const step = { table: 'partyMember', workflow: partyWorkflow, action: 'party.confirm' } as const
  const next = await move(ctx, { ...step, row: member, to, set })
  if (confirmed) {
    await setPartyMember(ctx.db, member.userId, true)
  }
  ctx.trail.reason = reason
  return viewMember(ctx, { ...member, ...next })
}
