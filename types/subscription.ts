/** 订阅消息: what a person lets WeChat tell them by itself, one message for each consent. */

/** progress: news of what I asked for · reminder: something that I signed up for begins */
export const SUBSCRIPTION_KINDS = ['progress', 'reminder'] as const
export type SubscriptionKind = (typeof SUBSCRIPTION_KINDS)[number]

/** Consents of a kind that are kept; more would only be a client that counts wrongly. */
export const SUBSCRIPTION_QUOTA_MOST = 20

/** waiting: not sent yet · dropped: the person has read it, or lets nothing through · failed: the platform refused */
export const MESSAGE_STATUSES = ['waiting', 'sending', 'sent', 'dropped', 'failed'] as const
export type MessageStatus = (typeof MESSAGE_STATUSES)[number]

export interface SubscriptionView {
  kind: SubscriptionKind
  /** What WeChat is asked with. */
  templateId: string
  /** Messages that may still come. */
  quota: number
}

export interface SubscriptionApi {
  /** What the person may be asked to let through; nothing where the district has no templates. */
  'subscription.list': { input: Record<string, never>; output: { items: SubscriptionView[] } }
  /** The person has let one message of each of these kinds through. */
  'subscription.accept': { input: { kinds: SubscriptionKind[] }; output: { items: SubscriptionView[] } }
}
