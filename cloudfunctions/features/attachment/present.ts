import type { AttachmentView } from '~/types/attachment'
import type { AttachmentRow } from './repo'

/** As a file is called: by the kind that it is, whatever it was called before. */
export function presentAttachment(row: AttachmentRow, url: string): AttachmentView {
  const kind = row.kind ?? 'pdf'
  return { id: row.id, name: `${row.name}.${kind}`, kind, bytes: row.bytes ?? 0, url }
}
