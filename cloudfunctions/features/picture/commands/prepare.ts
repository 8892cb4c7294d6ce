import type { Input } from '~/types/api'
import type { PictureUpload } from '~/types/picture'
import type { Ctx } from '../../../core/context'
import { AppError } from '../../../core/errors'
import { countPreparedSince, insertPicture } from '../repo'

/** Uploads one person may start in an hour. */
const HOURLY_MOST = 120

/** Announces an upload and says where to put it. */
export async function preparePicture(ctx: Ctx, _input: Input<'picture.prepare'>): Promise<PictureUpload> {
  const { user } = ctx.actor
  const since = new Date(ctx.now.getTime() - 3_600_000)
  if ((await countPreparedSince(ctx.db, user.id, since)) >= HOURLY_MOST) {
    throw new AppError('RATE_LIMITED', { userMessage: '照片传得太多了,请歇一会儿再传' })
  }
  const id = ctx.newId()
  const rawPath = `uploads/${id}`
  await insertPicture(ctx.db, {
    id,
    userId: user.id,
    rawPath,
    fileKey: null,
    width: null,
    height: null,
    bytes: null,
    createdAt: ctx.now,
    attachedAt: null,
  })
  const url = await ctx.ports.storage.uploadUrl(rawPath)
  return { pictureId: id, cloudPath: rawPath, ...(url !== undefined && { url }) }
}
