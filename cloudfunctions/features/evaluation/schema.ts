import { z } from 'zod'
import type { Input } from '~/types/api'
import { EVALUATION_COMPONENTS, EVALUATION_LIMITS } from '~/types/evaluation'
import { cursor, id, instant, limit, words } from '../../core/fields'

const ownerCode = z.string('请选择地方').regex(/^\d{6}(\d{3})?$/, '请选一个区或者一个镇街')
const villageCode = z.string('请选择村').regex(/^\d{12}$/, '请选到具体的村')
const byId = z.strictObject({ id })

export const create = z.strictObject({
  areaCode: ownerCode,
  title: words('名称', EVALUATION_LIMITS.title),
  surveyId: id.optional(),
  from: instant,
  to: instant,
}) satisfies z.ZodType<Input<'evaluation.create'>>
export const compute = byId satisfies z.ZodType<Input<'evaluation.compute'>>
export const list = z.strictObject({ cursor, limit }) satisfies z.ZodType<Input<'evaluation.list'>>
export const info = z.strictObject({ id, cursor, limit }) satisfies z.ZodType<Input<'evaluation.info'>>
export const explain = z.strictObject({ id, areaCode: villageCode }) satisfies z.ZodType<
  Input<'evaluation.explain'>
>
export const object = z.strictObject({
  id,
  areaCode: villageCode,
  reason: words('理由', EVALUATION_LIMITS.reason),
}) satisfies z.ZodType<Input<'evaluation.object'>>
export const objections = z.strictObject({ id, cursor, limit }) satisfies z.ZodType<
  Input<'evaluation.objections'>
>
export const decideObjection = z
  .strictObject({
    id,
    upheld: z.boolean('请选择是否成立'),
    words: words('裁定的理由', EVALUATION_LIMITS.words),
    leaveOut: z.enum(EVALUATION_COMPONENTS, '没有这一项').optional(),
  })
  .refine(({ upheld, leaveOut }) => upheld || leaveOut === undefined, {
    path: ['leaveOut'],
    message: '异议不成立时,不能去掉项目',
  }) satisfies z.ZodType<Input<'evaluation.decideObjection'>>
export const freeze = byId satisfies z.ZodType<Input<'evaluation.freeze'>>
export const publish = byId satisfies z.ZodType<Input<'evaluation.publish'>>
export const archive = byId satisfies z.ZodType<Input<'evaluation.archive'>>
