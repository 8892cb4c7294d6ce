import { z } from 'zod'
import type { Input } from '~/types/api'
import { areaCode, cursor, id, limit } from '../../core/fields'

export const mine = z.strictObject({ cursor, limit }) satisfies z.ZodType<Input<'delivery.mine'>>
export const markShared = z.strictObject({ id }) satisfies z.ZodType<Input<'delivery.markShared'>>
export const retry = z.strictObject({ areaCode }) satisfies z.ZodType<Input<'delivery.retry'>>
