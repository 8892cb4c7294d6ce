import type { Input } from '~/types/api'
import type { AttachmentView } from '~/types/attachment'
import type { Ctx } from '../../../core/context'
import { notFound } from '../../../core/errors'
import { checkAttachment } from '../check'
import { attachmentView } from '../queries'
import { findOwn, updateUnfinished } from '../repo'

/**
 * Keeps the document under a name that cannot be guessed. Outside a transaction, since it waits for the storage;
 * finishing twice gives the same document.
 */
export async function finishAttachment(
  ctx: Ctx,
  { attachmentId }: Input<'attachment.finish'>,
): Promise<AttachmentView> {
  const row = await findOwn(ctx.db, attachmentId, ctx.actor.user.id)
  if (row === undefined) {
    throw notFound('个文件')
  }
  const { storage } = ctx.ports
  if (row.fileKey === null) {
    const bytes = await storage.readUpload(row.rawPath)
    const kind = checkAttachment(bytes)
    const fileKey = await storage.write(`attachments/${row.id}.${kind}`, bytes)
    await updateUnfinished(ctx.db, row.id, { fileKey, kind, bytes: bytes.length })
  }
  // Nobody sweeps the raw file of a document in use, so failing to delete it is an error, and finishing again tries
  // again.
  await storage.removeUpload(row.rawPath)
  const view = await attachmentView(ctx, attachmentId)
  if (view === undefined) {
    throw notFound('个文件')
  }
  return view
}
