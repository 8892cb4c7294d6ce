import { z } from 'zod'
import type { Input } from '~/types/api'
import { ATTACHMENT_LIMITS } from '~/types/attachment'
import { id, words } from '../../core/fields'

export const prepare = z.strictObject({
  // What a file system gives a meaning to is no part of a name.
  name: words('文件名', ATTACHMENT_LIMITS.name).refine(
    (name) => !/[\\/:*?"<>|]/.test(name),
    '文件名里有不能用的符号,请改个名字',
  ),
  bytes: z
    .int('文件大小不对')
    .min(1, '这个文件是空的')
    .max(ATTACHMENT_LIMITS.bytes, '文件超过10MB了,请换一个小一点的'),
}) satisfies z.ZodType<Input<'attachment.prepare'>>
export const finish = z.strictObject({ attachmentId: id }) satisfies z.ZodType<Input<'attachment.finish'>>
