import { z } from 'zod'
import type { Input } from '~/types/api'
import { NAME_MAX } from '~/types/me'
import { id, phone, words } from '../../core/fields'

export const enter = z.strictObject({ deliveryId: id.optional() }) satisfies z.ZodType<Input<'me.enter'>>
export const update = z
  .strictObject({ name: words('称呼', NAME_MAX).optional(), phone: phone.optional() })
  .refine((input) => input.name !== undefined || input.phone !== undefined, {
    error: '请填写称呼或手机号',
    path: ['name'],
  }) satisfies z.ZodType<Input<'me.update'>>
export const consent = z.strictObject({ version: z.int().min(1) }) satisfies z.ZodType<Input<'me.consent'>>
export const nothing = z.strictObject({}) satisfies z.ZodType<Input<'me.export'>>
export const remove = z.strictObject({
  confirm: z.literal(true, '请先确认要注销'),
}) satisfies z.ZodType<Input<'me.remove'>>
