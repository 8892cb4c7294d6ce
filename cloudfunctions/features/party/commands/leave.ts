import type { Input } from '~/types/api'
import type { PartyMemberView } from '~/types/party'
import type { Ctx } from '../../../core/context'
import { leaveVillage } from '../leaving'
import { openMember, viewMember } from '../member'

/** The member ends the own registration, to register somewhere else. */
export async function leaveParty(ctx: Ctx, { id }: Input<'party.leave'>): Promise<PartyMemberView> {
  const { member, repeated } = await openMember(ctx, id, 'party.leave', ({ status }) => status === 'left')
  if (repeated) {
    return viewMember(ctx, member)
  }
  return viewMember(ctx, await leaveVillage(ctx, member))
}
