/** 附件: a document that staff hands on as it is. */

/** What a document may be, by its bytes. */
export const ATTACHMENT_KINDS = ['pdf', 'doc', 'docx', 'xls', 'xlsx'] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

/** Characters of the name; bytes (10 MiB). */
export const ATTACHMENT_LIMITS = { name: 60, bytes: 10 * 1024 * 1024 } as const

export interface AttachmentView {
  id: string
  /** With its ending, as a file is called. */
  name: string
  kind: AttachmentKind
  bytes: number
  /** Address to open it by; may stop working after an hour. */
  url: string
}

/** Where and how the client sends the file. */
export interface AttachmentUpload {
  attachmentId: string
  /** Path inside the cloud storage for `wx.cloud.uploadFile`. */
  cloudPath: string
  /** Address for an HTTP PUT of the bytes where there is no cloud storage SDK. */
  url?: string
}

export interface AttachmentApi {
  /** Announces an upload under the name that people will see. Nothing is kept of it until `attachment.finish`. */
  'attachment.prepare': { input: { name: string; bytes: number }; output: AttachmentUpload }
  /** Checks by its bytes what was really uploaded, and keeps it. */
  'attachment.finish': { input: { attachmentId: string }; output: AttachmentView }
}
