import { z } from 'zod'
import type { Input } from '~/types/api'
import { LINK_WAYS } from '~/types/me'
import { areaCode, cursor, gridCode, id, limit, optionalWords, words } from '../../core/fields'

export const choose = z.strictObject({ areaCode: gridCode }) satisfies z.ZodType<Input<'membership.choose'>>
export const list = z.strictObject({
  areaCode,
  words: optionalWords('名字', 20),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'membership.list'>>
export const confirm = z.strictObject({ userId: id }) satisfies z.ZodType<Input<'membership.confirm'>>
export const move = z.strictObject({ userId: id, areaCode: gridCode }) satisfies z.ZodType<
  Input<'membership.move'>
>
export const candidates = z.strictObject({
  userId: id,
  words: optionalWords('名字或者门牌', 20),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'membership.candidates'>>
export const link = z.strictObject({
  userId: id,
  residentId: id,
  how: z.enum(LINK_WAYS, '请选怎么核实的'),
}) satisfies z.ZodType<Input<'membership.link'>>
export const unlink = z.strictObject({ userId: id, reason: words('为什么对错了', 100) }) satisfies z.ZodType<
  Input<'membership.unlink'>
>
