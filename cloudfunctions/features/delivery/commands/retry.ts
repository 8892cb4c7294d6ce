import type { Input, Output } from '~/types/api'
import { areaLevelOf } from '~/types/area'
import { can } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { notFound } from '../../../core/errors'
import { reviveEvents } from '../../../core/outbox'
import { retryStuck } from '../../broadcast/queries'

/**
 * The button of the dead letters. Grids that could not be told ten times are tried at once instead of at their next
 * turn; events belong to no area, so that only who looks after the whole district revives those that were given up.
 */
export async function retryDelivery(
  ctx: Ctx,
  { areaCode }: Input<'delivery.retry'>,
): Promise<Output<'delivery.retry'>> {
  if (!can(ctx.actor, 'delivery.retry', areaCode)) {
    throw notFound('个地方')
  }
  ctx.trail = { target: areaCode, areaCode }
  const whole = areaLevelOf(areaCode) === 'district'
  return {
    grids: await retryStuck(ctx.db, areaCode, ctx.now),
    events: whole ? await reviveEvents(ctx.db, ctx.now) : 0,
  }
}
