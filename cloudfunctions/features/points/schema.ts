import { z } from 'zod'
import type { Input } from '~/types/api'
import { AWARD_LISTS, MANUAL_POINTS_RULES, POINTS_TEXT } from '~/types/points'
import { cursor, id, limit, words } from '../../core/fields'

const reason = words('原因', POINTS_TEXT.reason)
/** A key that whoever asks has made; kept for ever, unlike the keys of the gateway. */
export const requestId = z
  .string('提交编号不对,请返回重新提交')
  .regex(/^[\w-]{8,64}$/, '提交编号不对,请返回重新提交')

export const nothing = z.strictObject({}) satisfies z.ZodType<Input<'points.rules'>>
export const page = z.strictObject({ cursor, limit }) satisfies z.ZodType<Input<'points.account'>>
export const propose = z.strictObject({
  requestId,
  userId: id,
  rule: z.enum(MANUAL_POINTS_RULES, '请选做了什么'),
  words: words('做了什么', POINTS_TEXT.words),
}) satisfies z.ZodType<Input<'points.propose'>>
export const approve = z.strictObject({ id }) satisfies z.ZodType<Input<'points.approve'>>
export const refuse = z.strictObject({ id, reason }) satisfies z.ZodType<Input<'points.refuse'>>
export const object = z.strictObject({ id, reason }) satisfies z.ZodType<Input<'points.object'>>
export const decideObjection = z.strictObject({
  id,
  upheld: z.boolean('请选异议成立不成立'),
  words: words('核实的结果', POINTS_TEXT.reason),
}) satisfies z.ZodType<Input<'points.decideObjection'>>
export const reverse = z.strictObject({ id, reason }) satisfies z.ZodType<Input<'points.reverse'>>
export const awards = z.strictObject({
  list: z.enum(AWARD_LISTS, '没有这个列表'),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'points.awards'>>
