import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { viewMember } from '../member'
import { findLast } from '../repo'
import { isMet, readDuty, readServed, yearOf } from '../service'

/** The own registration, also one that was not confirmed, and how far the duty of the year is done. */
export async function readMine(ctx: Ctx, _input: Input<'party.mine'>): Promise<Output<'party.mine'>> {
  const member = await findLast(ctx.db, ctx.actor.user.id)
  if (member === undefined || member.status === 'left') {
    return { member: null, duty: null }
  }
  const [needs, service] = await Promise.all([readDuty(ctx), readServed(ctx.db, ctx.actor.user.id, ctx.now)])
  const duty = { year: yearOf(ctx.now), ...service, needs, met: isMet(service, needs) }
  return { member: await viewMember(ctx, member), duty: member.status === 'declined' ? null : duty }
}
