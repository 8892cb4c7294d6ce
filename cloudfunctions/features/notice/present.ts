import type { NoticeView } from '~/types/notice'
import type { NoticeRow } from './repo'

export function presentNotice({ id, title, body, label, tone, path, at, readAt }: NoticeRow): NoticeView {
  return { id, title, body, label, tone, path, at: at.toISOString(), read: readAt !== null }
}
