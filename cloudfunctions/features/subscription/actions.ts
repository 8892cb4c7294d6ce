import type { SubscriptionApi } from '~/types/subscription'
import { defineActions } from '../../core/action'
import { acceptSubscriptions } from './commands/accept'
import { listSubscriptions } from './commands/list'
import * as schema from './schema'

export const subscriptionActions = defineActions<keyof SubscriptionApi>({
  'subscription.list': {
    input: schema.list,
    rule: 'person',
    write: false,
    audit: null,
    handler: listSubscriptions,
  },
  'subscription.accept': {
    input: schema.accept,
    rule: 'person',
    write: true,
    audit: null,
    handler: acceptSubscriptions,
  },
})
