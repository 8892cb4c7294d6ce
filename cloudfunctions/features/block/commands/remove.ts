import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { viewBlocked } from '../queries'
import { deletePair } from '../repo'

/** Takes a block back. One that is not there, or another's, changes nothing. */
export async function unblock(ctx: Ctx, { id }: Input<'block.remove'>): Promise<Output<'block.remove'>> {
  ctx.trail = { target: id }
  await deletePair(ctx.db, id, ctx.actor.user.id)
  return viewBlocked(ctx)
}
