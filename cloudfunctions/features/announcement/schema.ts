import { z } from 'zod'
import type { Input } from '~/types/api'
import { ANNOUNCEMENT_ANSWERS, ANNOUNCEMENT_AUDIENCES, ANNOUNCEMENT_LIMITS } from '~/types/announcement'
import { BROADCAST_LANES } from '~/types/feed'
import { areaCode, cursor, gridCode, id, instant, limit, optionalWords, words } from '../../core/fields'

const { choices: many } = ANNOUNCEMENT_LIMITS
const choices = z
  .array(words('选项', ANNOUNCEMENT_LIMITS.choice))
  .min(many.least, `至少写${many.least}个选项`)
  .max(many.most, `最多${many.most}个选项`)
  .refine((all) => new Set(all).size === all.length, '有两个选项一样,请改一个')

export const create = z
  .strictObject({
    areaCode,
    audience: z.enum(ANNOUNCEMENT_AUDIENCES, '请选发给谁'),
    urgency: z.enum(BROADCAST_LANES, '请选急不急'),
    title: words('标题', ANNOUNCEMENT_LIMITS.title),
    words: words('通知内容', ANNOUNCEMENT_LIMITS.words),
    pictureId: id.optional(),
    answer: z.enum(ANNOUNCEMENT_ANSWERS, '请选要不要回复'),
    choices: choices.optional(),
    unit: optionalWords('单位', ANNOUNCEMENT_LIMITS.unit),
    expiresAt: instant,
  })
  .refine(({ answer, choices: given }) => (answer === 'choice') === (given !== undefined), {
    path: ['choices'],
    error: '要大家选,请写上选项;不要选,就不用写',
  }) satisfies z.ZodType<Input<'announcement.create'>>

export const approve = z
  .strictObject({
    id,
    approved: z.boolean('请选能不能发'),
    reason: optionalWords('原因', ANNOUNCEMENT_LIMITS.reason),
  })
  .refine(({ approved, reason = '' }) => approved || reason !== '', {
    path: ['reason'],
    error: '不能发,请写一句原因',
  }) satisfies z.ZodType<Input<'announcement.approve'>>

export const publish = z.strictObject({ id, at: instant.optional() }) satisfies z.ZodType<
  Input<'announcement.publish'>
>
export const one = z.strictObject({ id }) satisfies z.ZodType<Input<'announcement.info'>>
export const list = z.strictObject({
  list: z.enum(['grid', 'staff'], '没有这个列表'),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'announcement.list'>>
export const reach = z.strictObject({ id, areaCode: areaCode.optional() }) satisfies z.ZodType<
  Input<'announcement.reach'>
>
export const unreached = z.strictObject({ id, areaCode: gridCode, cursor, limit }) satisfies z.ZodType<
  Input<'announcement.unreached'>
>
export const answer = z.strictObject({
  id,
  choice: z.int('请选一项').min(0, '请选一项').optional(),
  number: z
    .int('请填一个整数')
    .min(0, '不能是负数')
    .max(ANNOUNCEMENT_LIMITS.number, `最多${ANNOUNCEMENT_LIMITS.number}`)
    .optional(),
}) satisfies z.ZodType<Input<'announcement.answer'>>
export const withdraw = z.strictObject({
  id,
  reason: words('撤回的原因', ANNOUNCEMENT_LIMITS.reason),
}) satisfies z.ZodType<Input<'announcement.withdraw'>>
