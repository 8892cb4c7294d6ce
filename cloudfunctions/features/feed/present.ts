import type { FeedItemView } from '~/types/feed'
import type { PictureView } from '~/types/picture'
import type { FeedRow } from './repo'

export function presentFeedItem(row: FeedRow, picture: PictureView | undefined): FeedItemView {
  const { id, areaCode, title, body, label, tone, path } = row
  const view = { id, areaCode, title, body, label, tone, path, at: row.at.toISOString() }
  return picture === undefined ? view : { ...view, picture }
}
