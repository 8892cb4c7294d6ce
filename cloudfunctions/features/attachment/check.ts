import { ATTACHMENT_LIMITS, type AttachmentKind } from '~/types/attachment'
import { invalid } from '../../core/errors'

/** Bytes in which the mark of a PDF must stand (ISO 32000-1, annex H.3.4.1). */
const PDF_HEAD = 1024
/** Compound file of the older Office ([MS-CFB] 2.2), and a ZIP with something in it. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ZIP = Buffer.from('504b0304', 'hex')

const has = (raw: Buffer, text: string, encoding: BufferEncoding = 'latin1') =>
  raw.includes(Buffer.from(text, encoding))
/** Streams of a compound file are named in UTF-16; encrypted ones hold nothing but their package. */
const hasStream = (raw: Buffer, name: string) => has(raw, name, 'utf16le')
const startsWith = (raw: Buffer, mark: Buffer) => raw.subarray(0, mark.length).equals(mark)

const isPdf = (raw: Buffer) => raw.subarray(0, PDF_HEAD).includes('%PDF-') && has(raw, '%%EOF')
const isCompound = (raw: Buffer) => startsWith(raw, COMPOUND) && !hasStream(raw, '_VBA_PROJECT')
/** Parts of an Office document stand in its ZIP by their names (ISO/IEC 29500-2). */
const isPackage = (raw: Buffer) =>
  startsWith(raw, ZIP) && has(raw, '[Content_Types].xml') && !has(raw, 'vbaProject.bin')

const KINDS: Record<AttachmentKind, (raw: Buffer) => boolean> = {
  pdf: isPdf,
  doc: (raw) => isCompound(raw) && hasStream(raw, 'WordDocument'),
  xls: (raw) => isCompound(raw) && (hasStream(raw, 'Workbook') || hasStream(raw, 'Book')),
  docx: (raw) => isPackage(raw) && has(raw, 'word/document.xml'),
  xlsx: (raw) => isPackage(raw) && has(raw, 'xl/workbook.xml'),
}

/**
 * What the document is, by its bytes and not by its name. INVALID at `attachmentId` when it is too large or something
 * else; one with macros is refused, since whoever opens it would run them.
 */
export function checkAttachment(raw: Buffer): AttachmentKind {
  if (raw.length > ATTACHMENT_LIMITS.bytes) {
    throw invalid({ attachmentId: '文件超过10MB了,请换一个小一点的' })
  }
  const found = Object.entries(KINDS).find(([, fits]) => fits(raw))
  if (found === undefined) {
    throw invalid({ attachmentId: '只能发PDF、Word和Excel,不能带宏和密码,请换一个' })
  }
  return found[0] as AttachmentKind
}
