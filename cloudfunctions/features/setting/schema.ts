import { z } from 'zod'
import type { Input } from '~/types/api'
import { SETTING_LIMITS, SETTING_NAMES } from '~/types/setting'
import { id, words } from '../../core/fields'

export const list = z.strictObject({}) satisfies z.ZodType<Input<'setting.list'>>
/** The value is looked at more closely by the shape of its setting. */
export const propose = z.strictObject({
  name: z.enum(SETTING_NAMES, '没有这项设置'),
  value: z.record(z.string(), z.unknown(), '请填写要改成什么'),
  reason: words('原因', SETTING_LIMITS.reason),
}) satisfies z.ZodType<Input<'setting.propose'>>
export const approve = z.strictObject({ id }) satisfies z.ZodType<Input<'setting.approve'>>
export const refuse = z.strictObject({
  id,
  words: words('不同意的原因', SETTING_LIMITS.reason),
}) satisfies z.ZodType<Input<'setting.refuse'>>
