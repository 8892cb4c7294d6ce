import { z } from 'zod'
import type { Input } from '~/types/api'
import { PICTURE_BYTES_MAX, PICTURE_REGIONS_MAX } from '~/types/picture'
import { id } from '../../core/fields'

export const prepare = z.strictObject({
  bytes: z
    .int('照片大小不对')
    .min(1, '这张照片是空的')
    .max(PICTURE_BYTES_MAX, '照片超过10MB了,请换一张小一点的'),
}) satisfies z.ZodType<Input<'picture.prepare'>>
const part = z
  .number('遮挡的位置不对,请重新点')
  .min(0, '遮挡的位置不对,请重新点')
  .max(1, '遮挡的位置不对,请重新点')
const region = z.strictObject({ x: part, y: part, width: part, height: part })
export const finish = z.strictObject({
  pictureId: id,
  cover: z.array(region).max(PICTURE_REGIONS_MAX, `最多遮${PICTURE_REGIONS_MAX}处`).optional(),
}) satisfies z.ZodType<Input<'picture.finish'>>
