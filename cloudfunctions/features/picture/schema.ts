import { z } from 'zod'
import type { Input } from '~/types/api'
import { PICTURE_BYTES_MAX } from '~/types/picture'
import { id } from '../../core/fields'

export const prepare = z.strictObject({
  bytes: z
    .int('照片大小不对')
    .min(1, '这张照片是空的')
    .max(PICTURE_BYTES_MAX, '照片超过10MB了,请换一张小一点的'),
}) satisfies z.ZodType<Input<'picture.prepare'>>
export const finish = z.strictObject({ pictureId: id }) satisfies z.ZodType<Input<'picture.finish'>>
