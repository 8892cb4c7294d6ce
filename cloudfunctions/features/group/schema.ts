import { z } from 'zod'
import type { Input } from '~/types/api'
import { gridCode, optionalWords } from '../../core/fields'

export const bind = z.strictObject({
  areaCode: gridCode,
  reason: optionalWords('原因', 200),
}) satisfies z.ZodType<Input<'group.bind'>>
