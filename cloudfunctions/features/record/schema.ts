import { z } from 'zod'
import { ACTIVITY_LIMITS } from '~/types/activity'
import type { Input } from '~/types/api'
import { cursor, id, limit, words } from '../../core/fields'

export const mine = z.strictObject({ cursor, limit }) satisfies z.ZodType<Input<'record.mine'>>
export const nothing = z.strictObject({}) satisfies z.ZodType<Input<'record.export'>>
export const correct = z.strictObject({
  signupId: id,
  minutes: z.int('请填分钟数').min(0, '不能少于0分钟').max(900, '一个时段最多15小时'),
  reason: words('更正的原因', ACTIVITY_LIMITS.reason),
}) satisfies z.ZodType<Input<'record.correct'>>
