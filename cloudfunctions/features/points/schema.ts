import { z } from 'zod'
import type { Input } from '~/types/api'
import { AWARD_LISTS, COLLECT_CODE_LENGTH, MANUAL_POINTS_RULES, POINTS_TEXT } from '~/types/points'
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

const whole = z.int('请填一个整数')
export const goods = z.strictObject({}) satisfies z.ZodType<Input<'points.goods'>>
export const offer = z
  .strictObject({
    id: id.optional(),
    version: whole.optional(),
    name: words('名称', POINTS_TEXT.goods),
    price: whole.min(1, '最少1分').max(POINTS_TEXT.price, `最多${POINTS_TEXT.price}分`),
    add: whole
      .min(-POINTS_TEXT.stock, '减得太多了')
      .max(POINTS_TEXT.stock, `一次最多加${POINTS_TEXT.stock}件`),
    shown: z.boolean('请选要不要上架'),
  })
  .refine(({ id: known, version }) => (known === undefined) === (version === undefined), {
    path: ['version'],
    error: '请返回重新打开再改',
  }) satisfies z.ZodType<Input<'points.offer'>>
export const redeem = z.strictObject({ requestId, goodsId: id }) satisfies z.ZodType<Input<'points.redeem'>>
export const collect = z.strictObject({
  code: z
    .string('请填取货码')
    .regex(new RegExp(`^\\d{${COLLECT_CODE_LENGTH}}$`), `取货码是${COLLECT_CODE_LENGTH}位数字`),
}) satisfies z.ZodType<Input<'points.collect'>>
