import type { AttachmentView } from '~/types/attachment'
import type { Ctx } from '../../core/context'
import { invalid } from '../../core/errors'
import { presentAttachment } from './present'
import { attachOwn, findFinished } from './repo'

export { deleteLoose, listLoose } from './repo'

/** A finished document; undefined when there is none. Whoever gets its address may open it. */
export async function attachmentView(ctx: Ctx, id: string | null): Promise<AttachmentView | undefined> {
  const row = id === null ? undefined : await findFinished(ctx.db, id)
  return row && presentAttachment(row, ctx.ports.storage.url(row.fileKey ?? ''))
}

/** Uses a document that the caller has finished and not used yet. INVALID at `attachmentId` when it is not one. */
export async function attachDocument(ctx: Ctx, id: string): Promise<void> {
  const attached = await attachOwn(ctx.db, [id], ctx.actor.user.id, ctx.now)
  if (attached.length === 0) {
    throw invalid({ attachmentId: '文件没有传好,请删掉重新传' })
  }
}
