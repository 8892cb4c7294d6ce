import { z } from 'zod'
import type { Input } from '~/types/api'
import { NAME_MAX } from '~/types/me'
import {
  DIRECTIONS,
  FINDINGS,
  KINSHIPS,
  MISSING_LIMITS,
  MISSING_LISTS,
  REPORT_CONSENTS,
  SEXES,
  TRAVELS,
  WEATHERS,
} from '~/types/missing'
import { cursor, gridCode, id, instant, limit, optionalWords, phone, words } from '../../core/fields'

const latitude = z.number('位置不对').min(-90).max(90).optional()
const longitude = z.number('位置不对').min(-180).max(180).optional()
const onePicture = z.array(id).max(1, '照片放一张最像的就行').optional()
const weather = z.enum(WEATHERS, '请选天气').optional()
const isWhole = ({ latitude: a, longitude: b }: { latitude?: number; longitude?: number }) =>
  (a === undefined) === (b === undefined)
const whole = { path: ['latitude'], error: '位置不对,请重新选' }

export const report = z
  .strictObject({
    name: optionalWords('名字', NAME_MAX),
    sex: z.enum(SEXES, '请选男女'),
    age: z.int('请填大概几岁').min(0, '请填大概几岁').max(MISSING_LIMITS.age, '请检查年龄'),
    needsHelp: z.boolean().optional(),
    abduction: z.boolean().optional(),
    looks: words('穿着和样子', MISSING_LIMITS.looks),
    travel: z.enum(TRAVELS, '请选怎么走的'),
    place: words('最后看到的地方', MISSING_LIMITS.place),
    lastSeenAt: instant,
    areaCode: gridCode.optional(),
    latitude,
    longitude,
    pictureIds: onePicture,
    kinship: z.enum(KINSHIPS, '请选您是他什么人'),
    contactName: words('您的称呼', NAME_MAX),
    contactPhone: phone,
    agreed: z.literal(true, '要家人同意公开照片和样子,才能请大家帮着找'),
    consent: z.enum(REPORT_CONSENTS, '请选他是怎么跟您说的').optional(),
    userId: id.optional(),
  })
  .refine(isWhole, whole) satisfies z.ZodType<Input<'missing.report'>>
export const verify = z.strictObject({
  id,
  words: words('核实的情况', MISSING_LIMITS.words),
  weather,
  looks: optionalWords('穿着和样子', MISSING_LIMITS.looks),
  place: optionalWords('最后看到的地方', MISSING_LIMITS.place),
}) satisfies z.ZodType<Input<'missing.verify'>>
export const info = z.strictObject({ id }) satisfies z.ZodType<Input<'missing.info'>>
export const list = z.strictObject({
  list: z.enum(MISSING_LISTS),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'missing.list'>>
export const sight = z
  .strictObject({
    id,
    self: z.boolean('请选是不是亲眼看到的'),
    seenAt: instant,
    areaCode: gridCode,
    latitude,
    longitude,
    place: optionalWords('具体地方', MISSING_LIMITS.place),
    direction: z.enum(DIRECTIONS, '没有这个方向').optional(),
    words: optionalWords('看到的情况', MISSING_LIMITS.words),
    pictureIds: onePicture,
    phone: phone.optional(),
  })
  .refine(isWhole, whole) satisfies z.ZodType<Input<'missing.sight'>>
export const confirmSighting = z.strictObject({
  id,
  sightingId: id,
  confirmed: z.boolean('请选像不像'),
  place: optionalWords('给大家看的地方', MISSING_LIMITS.place),
}) satisfies z.ZodType<Input<'missing.confirmSighting'>>
export const search = z.strictObject({
  id,
  areaCode: gridCode.optional(),
  street: optionalWords('哪条路', MISSING_LIMITS.street),
  done: z.boolean().optional(),
}) satisfies z.ZodType<Input<'missing.search'>>
export const found = z.strictObject({
  id,
  finding: z.enum(FINDINGS, '请选找到时怎么样'),
}) satisfies z.ZodType<Input<'missing.found'>>
export const cancel = z.strictObject({
  id,
  reason: words('撤回的原因', MISSING_LIMITS.reason),
}) satisfies z.ZodType<Input<'missing.cancel'>>
export const extend = z.strictObject({ id, weather }) satisfies z.ZodType<Input<'missing.extend'>>
export const reach = z.strictObject({ id }) satisfies z.ZodType<Input<'missing.reach'>>
export const call = z.strictObject({ id, sightingId: id.optional() }) satisfies z.ZodType<
  Input<'missing.call'>
>
