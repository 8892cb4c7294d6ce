import { scopesOf } from '../../core/actor'
import type { Ctx } from '../../core/context'
import { conflict, forbidden, notFound } from '../../core/errors'
import { lockProposal, type ProposalRow } from './repo'

/**
 * The proposal, locked. Who made it may take it back, not approve it. `again` when the caller has decided just so
 * before and nothing is left to do.
 */
export async function openProposal(
  ctx: Ctx,
  id: string,
  approved: boolean,
): Promise<{ proposal: ProposalRow; again: boolean }> {
  const proposal = await lockProposal(ctx.db, id)
  if (proposal === undefined) {
    throw notFound('个改动')
  }
  if (approved && proposal.proposedBy === ctx.actor.user.id) {
    throw forbidden('自己提的改动要请另一位同志同意')
  }
  const again = proposal.decidedBy === ctx.actor.user.id && proposal.approved === approved
  if (proposal.decidedAt !== null && !again) {
    throw conflict('setting_decided', '这个改动已经有人定过了')
  }
  const [areaCode] = scopesOf(ctx.actor, 'setting.approve')
  ctx.trail = { target: id, ...(areaCode !== undefined && { areaCode }), reason: proposal.reason }
  return { proposal, again }
}
