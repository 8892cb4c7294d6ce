import type { Input } from '~/types/api'
import type { DeliveryView } from '~/types/feed'
import { can } from '../../../core/actor'
import type { Ctx } from '../../../core/context'
import { notFound } from '../../../core/errors'
import { getAreaView } from '../../area/queries'
import { presentDelivery } from '../present'
import { lockDelivery, updateDelivery } from '../repo'

/** The worker tapped "share". That the card arrived is known only when somebody opens it from the group. */
export async function markShared(ctx: Ctx, { id }: Input<'delivery.markShared'>): Promise<DeliveryView> {
  const row = await lockDelivery(ctx.db, id)
  if (row === undefined || !can(ctx.actor, 'delivery.share', row.areaCode)) {
    throw notFound('张卡片')
  }
  ctx.trail = { target: id, areaCode: row.areaCode }
  const shared =
    row.state === 'waiting'
      ? await updateDelivery(ctx.db, id, { state: 'shared', sharedBy: ctx.actor.user.id, sharedAt: ctx.now })
      : row
  return presentDelivery(shared, (await getAreaView(ctx.db, row.areaCode)).fullName)
}
