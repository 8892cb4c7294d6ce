import type { Input } from '~/types/api'
import type { MeView } from '~/types/me'
import type { Ctx } from '../../../core/context'
import { getMeView, introduce, reloadActor, requireConsent } from '../queries'

/** The name neighbours use and the number for calling back. */
export async function updateMe(ctx: Ctx, { name, phone }: Input<'me.update'>): Promise<MeView> {
  requireConsent(ctx)
  ctx.trail.target = ctx.actor.user.id
  await introduce(ctx, { name, phone })
  return getMeView(ctx, await reloadActor(ctx))
}
