import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { viewSubscriptions } from '../queries'

/** What WeChat may be asked to let through, and how many messages of each kind may still come. */
export function listSubscriptions(
  ctx: Ctx,
  _input: Input<'subscription.list'>,
): Promise<Output<'subscription.list'>> {
  return viewSubscriptions(ctx)
}
