import type { PictureView } from '~/types/picture'
import type { PictureRow } from './repo'

export function presentPicture(row: PictureRow, url: string): PictureView {
  return { id: row.id, url, width: row.width ?? 0, height: row.height ?? 0, content: row.content }
}
