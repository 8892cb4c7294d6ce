import type { Input } from '~/types/api'
import type { MeView } from '~/types/me'
import type { Ctx } from '../../../core/context'
import { markArrived } from '../../delivery/queries'
import { joinByGroup } from '../../membership/queries'
import { getMeView, reloadActor } from '../queries'

/**
 * Opening the program. A bound group proves which grid a new person belongs to; a card opened from its group proves
 * that the card arrived.
 */
export async function enter(ctx: Ctx, { deliveryId }: Input<'me.enter'>): Promise<MeView> {
  const joined = await joinByGroup(ctx)
  if (deliveryId !== undefined && ctx.actor.groupAreaCode !== undefined) {
    await markArrived(ctx, deliveryId, ctx.actor.groupAreaCode)
  }
  return getMeView(ctx, joined ? await reloadActor(ctx) : ctx.actor)
}
