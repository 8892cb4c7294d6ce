import { z } from 'zod'
import type { Input } from '~/types/api'
import {
  DAY_PARTS,
  FREE_TIMES,
  HELP_KINDS,
  HELP_LIMITS,
  HELP_LISTS,
  HELP_REACHES,
  HELP_REPORT_KINDS,
  HELP_WAYS,
} from '~/types/help'
import { NAME_MAX } from '~/types/me'
import { PICTURES_MAX } from '~/types/picture'
import { VOICES_MAX } from '~/types/voice'
import { cursor, id, limit, optionalWords, phone, words } from '../../core/fields'
import { optionalPublicWords, publicWords } from '../../core/public-words'

const kind = z.enum(HELP_KINDS, '请选一下要帮什么')
const name = words('称呼', NAME_MAX).optional()
const day = z.iso.date('日子不对,请重新选')

export const ask = z.strictObject({
  text: publicWords('要帮什么忙', HELP_LIMITS.text),
  kind,
  day: day.optional(),
  part: z.enum(DAY_PARTS, '请选一下什么时候'),
  urgent: z.boolean().optional(),
  forFamily: z.boolean().optional(),
  way: z.enum(HELP_WAYS, '请选一下怎么定下来'),
  place: optionalWords('具体位置', HELP_LIMITS.place),
  pictureIds: z.array(id).max(PICTURES_MAX, `照片最多${PICTURES_MAX}张`).optional(),
  voiceIds: z.array(id).max(VOICES_MAX, `语音最多${VOICES_MAX}段`).optional(),
  name,
  phone: phone.optional(),
}) satisfies z.ZodType<Input<'help.ask'>>
export const list = z.strictObject({
  list: z.enum(HELP_LISTS),
  kind: kind.optional(),
  cursor,
  limit,
}) satisfies z.ZodType<Input<'help.list'>>
/** Actions that need nothing but the request. */
export const one = z.strictObject({ id })
export const offer = z.strictObject({
  id,
  words: optionalPublicWords('想说的话', HELP_LIMITS.words),
}) satisfies z.ZodType<Input<'help.offer'>>
export const choose = z.strictObject({ id, offerId: id }) satisfies z.ZodType<Input<'help.choose'>>
export const thank = z.strictObject({
  id,
  words: publicWords('感谢的话', HELP_LIMITS.thanks),
  shared: z.boolean('请选一下让不让邻居看到'),
}) satisfies z.ZodType<Input<'help.thank'>>
export const cancel = z.strictObject({
  id,
  words: optionalWords('原因', HELP_LIMITS.words),
}) satisfies z.ZodType<Input<'help.cancel'>>
export const report = z.strictObject({
  id,
  kind: z.enum(HELP_REPORT_KINDS, '请选一下是什么问题'),
  words: words('是怎么回事', HELP_LIMITS.words),
}) satisfies z.ZodType<Input<'help.report'>>
export const handle = z.strictObject({
  id,
  words: words('怎么处理的', HELP_LIMITS.words),
  remove: z.boolean().optional(),
}) satisfies z.ZodType<Input<'help.handle'>>
export const pass = z.strictObject({
  id,
  words: words('为什么可以公开', HELP_LIMITS.words),
}) satisfies z.ZodType<Input<'help.pass'>>
const times = z.array(z.enum(FREE_TIMES, '没有这个时间')).max(FREE_TIMES.length)
export const able = z.strictObject({
  kinds: z.array(kind).max(HELP_KINDS.length),
  times,
  reach: z.enum(HELP_REACHES, '请选一下多远的忙能帮').exclude(['asked'], '请选一下多远的忙能帮'),
  words: optionalPublicWords('想说的话', HELP_LIMITS.words),
  name,
}) satisfies z.ZodType<Input<'help.able'>>
export const ables = z.strictObject({ kind: kind.optional(), cursor, limit }) satisfies z.ZodType<
  Input<'help.ables'>
>
