import type { Input } from '~/types/api'
import type { AttachmentUpload } from '~/types/attachment'
import type { Ctx } from '../../../core/context'
import { AppError } from '../../../core/errors'
import { countPreparedSince, insertAttachment } from '../repo'

/** Uploads one person may start in an hour. */
const HOURLY_MOST = 30
/** Endings that files of these kinds come with; the kind is known by the bytes alone. */
const ENDING = /\.(pdf|docx?|xlsx?)$/i

/** Announces a document and says where to put it. */
export async function prepareAttachment(
  ctx: Ctx,
  { name }: Input<'attachment.prepare'>,
): Promise<AttachmentUpload> {
  const { user } = ctx.actor
  const since = new Date(ctx.now.getTime() - 3_600_000)
  if ((await countPreparedSince(ctx.db, user.id, since)) >= HOURLY_MOST) {
    throw new AppError('RATE_LIMITED', { userMessage: '文件传得太多了,请歇一会儿再传' })
  }
  const id = ctx.newId()
  const rawPath = `uploads/${id}`
  const short = name.replace(ENDING, '').trim()
  await insertAttachment(ctx.db, {
    ...{ id, userId: user.id, rawPath, name: short === '' ? '附件' : short },
    ...{ fileKey: null, kind: null, bytes: null, createdAt: ctx.now, attachedAt: null },
  })
  const url = await ctx.ports.storage.uploadUrl(rawPath)
  return { attachmentId: id, cloudPath: rawPath, ...(url !== undefined && { url }) }
}
