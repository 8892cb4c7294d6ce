import { z } from 'zod'
import type { Input } from '~/types/api'
import {
  ANNOUNCEMENT_ANSWERS,
  ANNOUNCEMENT_AUDIENCES,
  ANNOUNCEMENT_LIMITS,
  ANNOUNCEMENT_TEMPLATES,
  BLANK,
  SERIES_CYCLES,
} from '~/types/announcement'
import { BROADCAST_LANES } from '~/types/feed'
import { TEMPLATE_LIMITS } from '~/types/setting'
import { areaCode, cursor, gridCode, id, instant, limit, optionalWords, words } from '../../core/fields'

const { choices: many } = ANNOUNCEMENT_LIMITS
const choices = z
  .array(words('选项', ANNOUNCEMENT_LIMITS.choice))
  .min(many.least, `至少写${many.least}个选项`)
  .max(many.most, `最多${many.most}个选项`)
  .refine((all) => new Set(all).size === all.length, '有两个选项一样,请改一个')

/** Nothing goes out in which a blank of a template is left. */
const filled = (what: string, max: number) =>
  words(what, max).refine((text) => !text.includes(BLANK), `${what}里还有横线没有填`)

const series = z
  .strictObject({
    every: z.enum(SERIES_CYCLES, '请选每周还是每月'),
    days: z
      .array(z.int('请选哪几天').min(1, '请选哪几天').max(31, '请选哪几天'))
      .min(1, '请选哪几天')
      .max(31, '请选哪几天')
      .transform((all) => [...new Set(all)].sort((a, b) => a - b)),
    at: z.string('请选几点发').regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请选几点发'),
    until: z.iso.date('请选到哪天为止'),
  })
  .refine(({ every, days }) => every === 'month' || days.every((one) => one <= 7), {
    path: ['days'],
    error: '请选星期几',
  })

export const create = z
  .strictObject({
    areaCode,
    audience: z.enum(ANNOUNCEMENT_AUDIENCES, '请选发给谁'),
    urgency: z.enum(BROADCAST_LANES, '请选急不急'),
    title: filled('标题', ANNOUNCEMENT_LIMITS.title),
    words: filled('通知内容', ANNOUNCEMENT_LIMITS.words),
    pictureId: id.optional(),
    attachmentId: id.optional(),
    series: series.optional(),
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
export const templates = z.strictObject({}) satisfies z.ZodType<Input<'announcement.templates'>>

/** Shape of the setting `announcement.templates`: a title, and the sentences that stand below it. */
export const templatesSetting = z.partialRecord(
  z.enum(ANNOUNCEMENT_TEMPLATES),
  z
    .array(words('模板', TEMPLATE_LIMITS.length), '请填写模板')
    .max(TEMPLATE_LIMITS.sentences, `每个模板最多${TEMPLATE_LIMITS.sentences}行`)
    .refine(([title = '']) => [...title].length <= ANNOUNCEMENT_LIMITS.title, {
      error: `第一行是标题,最多${ANNOUNCEMENT_LIMITS.title}个字`,
    })
    .refine(([title, ...rest]) => title === undefined || rest.length > 0, '标题下面至少要有一行')
    .refine(([, ...rest]) => [...rest.join('\n')].length <= ANNOUNCEMENT_LIMITS.words, {
      error: `正文最多${ANNOUNCEMENT_LIMITS.words}个字`,
    }),
)
