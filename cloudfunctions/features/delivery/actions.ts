import { defineActions } from '../../core/action'
import { markShared } from './commands/mark-shared'
import { listMyDeliveries } from './commands/mine'
import * as schema from './schema'

type DeliveryAction = 'delivery.mine' | 'delivery.markShared'

export const deliveryActions = defineActions<DeliveryAction>({
  'delivery.mine': {
    input: schema.mine,
    rule: 'delivery.share',
    write: false,
    audit: null,
    handler: listMyDeliveries,
  },
  'delivery.markShared': {
    input: schema.markShared,
    rule: 'delivery.share',
    write: true,
    audit: 'delivery.shared',
    handler: markShared,
  },
})
