import type { District, Person } from '../../support/district'

/** The head of a ZIP with entries of these names, as far as they are looked at. */
const zip = (...names: string[]) =>
  Buffer.concat([Buffer.from('504b0304', 'hex'), ...names.map((name) => Buffer.from(`....${name}....`))])
/** A compound file with streams of these names. */
const compound = (...names: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...names.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
  ])

export const pdf = () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')
export const docx = (...more: string[]) => zip('[Content_Types].xml', 'word/document.xml', ...more)
export const xlsx = (...more: string[]) => zip('[Content_Types].xml', 'xl/workbook.xml', ...more)
export const doc = (...more: string[]) => compound('WordDocument', ...more)
export const xls = (...more: string[]) => compound('Workbook', ...more)
export { compound, zip }

/** Announces a document and puts its bytes where they go; its id. */
export async function upload(
  district: District,
  by: Person,
  bytes: Buffer,
  name = '体检名单.pdf',
): Promise<string> {
  const { attachmentId, cloudPath } = await by.call('attachment.prepare', { name, bytes: bytes.length })
  district.ports.files.set(cloudPath, bytes)
  return attachmentId
}

/** The same until it may be used. */
export async function bring(district: District, by: Person, bytes = pdf(), name?: string): Promise<string> {
  const attachmentId = await upload(district, by, bytes, name)
  await by.call('attachment.finish', { attachmentId })
  return attachmentId
}
