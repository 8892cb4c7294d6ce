import { z } from 'zod'
import type { Input } from '~/types/api'
import { cursor, id, limit } from '../../core/fields'

export const list = z.strictObject({
  unread: z.boolean().optional(),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'notice.list'>>
export const read = z.strictObject({ id }) satisfies z.ZodType<Input<'notice.read'>>
