import type { Generated } from 'kysely'
import type { MessageStatus, SubscriptionKind } from '~/types/subscription'

interface SubscriptionTable {
  userId: string
  kind: SubscriptionKind
  quota: number
  updatedAt: Date
}
interface SubscriptionMessageTable {
  noticeId: string
  kind: SubscriptionKind
  status: MessageStatus
  dueAt: Date | null
  tries: Generated<number>
  taken: Generated<boolean>
  reason: Generated<string>
}

export interface SubscriptionTables {
  subscription: SubscriptionTable
  subscriptionMessage: SubscriptionMessageTable
}
