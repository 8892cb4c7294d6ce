import { ATTACHMENT_LIMITS, type AttachmentView } from '~/types/attachment'
import { call, newKey } from './call'
import type { ChosenDocument } from './documents'
import { Failure } from './failure'

/** Sends one document and returns what the server kept of it. Throws a Failure with words for the person. */
export async function uploadAttachment({ name, file }: ChosenDocument): Promise<AttachmentView> {
  if (file.bytes > ATTACHMENT_LIMITS.bytes) {
    throw new Failure('INVALID', '文件超过10MB了,请换一个小一点的')
  }
  const upload = await call('attachment.prepare', { name, bytes: file.bytes }, { key: newKey() })
  await file.send(upload)
  return call('attachment.finish', { attachmentId: upload.attachmentId }, { key: newKey() })
}
