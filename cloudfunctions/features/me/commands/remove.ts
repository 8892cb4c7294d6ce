import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { letGo } from '../leaving'

/** Removes the person. Staff hand their work over first, so that no grid is left without its worker unseen. */
export async function removeMe(ctx: Ctx, _input: Input<'me.remove'>): Promise<Output<'me.remove'>> {
  if (ctx.actor.assignments.length > 0) {
    throw conflict('has_assignments', '您还担任着职务,请先请上一级结束任职,再来注销')
  }
  await letGo(ctx)
  ctx.trail = { target: ctx.actor.user.id }
  return { removedAt: ctx.now.toISOString() }
}
