import { defineActions } from '../../core/action'
import { markShared } from './commands/mark-shared'
import { listMyDeliveries } from './commands/mine'
import { retryDelivery } from './commands/retry'
import * as schema from './schema'

type DeliveryAction = 'delivery.mine' | 'delivery.markShared' | 'delivery.retry'

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
  'delivery.retry': {
    input: schema.retry,
    rule: 'delivery.retry',
    write: true,
    audit: 'delivery.retried',
    handler: retryDelivery,
  },
})
