import { z } from 'zod'
import type { Input } from '~/types/api'
import { NAME_MAX } from '~/types/me'
import { POST_LIMITS, POST_REPORT_KINDS, THREAD_KINDS } from '~/types/thread'
import { cursor, id, limit, optionalWords, words } from '../../core/fields'
import { publicWords } from '../../core/public-words'

const target = z.strictObject({ kind: z.enum(THREAD_KINDS), id })

export const list = z.strictObject({
  target,
  since: z
    .string()
    .regex(/^\d{1,15}$/, '位置不对,请重新打开')
    .optional(),
  before: cursor,
  limit,
}) satisfies z.ZodType<Input<'thread.list'>>
export const post = z.strictObject({
  target,
  words: publicWords('想说的话', POST_LIMITS.words),
  pictureIds: z.array(id).max(POST_LIMITS.pictures, `照片最多${POST_LIMITS.pictures}张`).optional(),
  replyTo: id.optional(),
  name: words('称呼', NAME_MAX).optional(),
}) satisfies z.ZodType<Input<'thread.post'>>
export const hide = z.strictObject({
  id,
  words: optionalWords('原因', POST_LIMITS.reason),
}) satisfies z.ZodType<Input<'thread.hide'>>
export const report = z.strictObject({
  id,
  kind: z.enum(POST_REPORT_KINDS, '请选一下是什么问题'),
  words: optionalWords('是怎么回事', POST_LIMITS.reason),
}) satisfies z.ZodType<Input<'thread.report'>>
export const pass = z.strictObject({
  id,
  words: words('为什么可以留着', POST_LIMITS.reason),
}) satisfies z.ZodType<Input<'thread.pass'>>
export const block = z.strictObject({ id }) satisfies z.ZodType<Input<'thread.block'>>
