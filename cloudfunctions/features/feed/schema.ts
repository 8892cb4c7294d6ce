import { z } from 'zod'
import type { Input } from '~/types/api'
import { cursor, gridCode, instant, limit } from '../../core/fields'

export const list = z.strictObject({
  areaCode: gridCode.optional(),
  cursor,
  limit,
  since: instant.optional(),
}) satisfies z.ZodType<Input<'feed.list'>>
