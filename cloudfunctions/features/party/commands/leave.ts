import type { Input } from '~/types/api'
import type { PartyMemberView } from '~/types/party'
import type { Ctx } from '../../../core/context'
import { move } from '../../../core/workflow'
import { openMember, viewMember } from '../member'
import { partyWorkflow } from '../workflow'

/** The member ends the own registration, to register somewhere else. */
export async function leaveParty(ctx: Ctx, { id }: Input<'party.leave'>): Promise<PartyMemberView> {
  const { member, repeated } = await openMember(ctx, id, 'party.leave', ({ status }) => status === 'left')
  if (repeated) {
    return viewMember(ctx, member)
  }
  const step = { table: 'partyMember', workflow: partyWorkflow, action: 'party.leave' } as const
  return viewMember(ctx, { ...member, ...(await move(ctx, { ...step, row: member })) })
}
