import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { viewSubscriptions } from '../queries'
import { addQuota } from '../repo'

/**
 * Notes that the person let one message of each kind through. Only the client knows, since WeChat tells it alone; what is
 * noted too much does no harm, as WeChat then refuses and the count is put right.
 */
export async function acceptSubscriptions(
  ctx: Ctx,
  { kinds }: Input<'subscription.accept'>,
): Promise<Output<'subscription.accept'>> {
  const known = ctx.ports.messages.templates.map(({ kind }) => kind)
  await addQuota(
    ctx.db,
    ctx.actor.user.id,
    [...new Set(kinds)].filter((kind) => known.includes(kind)),
    ctx.now,
  )
  return viewSubscriptions(ctx)
}
