import { z } from 'zod'
import type { Input } from '~/types/api'
import { SUBSCRIPTION_KINDS } from '~/types/subscription'

export const list = z.strictObject({}) satisfies z.ZodType<Input<'subscription.list'>>
export const accept = z.strictObject({
  kinds: z
    .array(z.enum(SUBSCRIPTION_KINDS, '没有这种消息'))
    .min(1, '请选一种消息')
    .max(SUBSCRIPTION_KINDS.length, '没有这么多种消息'),
}) satisfies z.ZodType<Input<'subscription.accept'>>
