import { z } from 'zod'
import { AREA_LEVELS } from '~/types/area'
import type { Input } from '~/types/api'
import { areaCode, optionalWords } from '../../core/fields'

export const search = z.strictObject({
  words: optionalWords('名字', 40),
  level: z.enum(AREA_LEVELS).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
}) satisfies z.ZodType<Input<'area.search'>>

export const list = z.strictObject({ code: areaCode.optional() }) satisfies z.ZodType<Input<'area.list'>>
