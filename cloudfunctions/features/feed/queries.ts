import type { Tone } from '~/types/feed'
import type { DeliverCtx } from '../../core/outbox'
import { offerShare } from '../delivery/queries'
import { insertFeedItem } from './repo'

/** What a grid is told: words for the feed and the card in the group. */
export interface GridMessage {
  areaCode: string
  title: string
  body: string
  label: string
  tone: Tone
  /** Page to open, with its query. */
  path: string
  pictureId: string | null
}

/** Tells a grid by its channels: the feed always, and a card for its group where the grid shares. */
export async function tellGrid(ctx: DeliverCtx, message: GridMessage): Promise<void> {
  await insertFeedItem(ctx.db, { ...message, id: ctx.newId(), eventKey: ctx.eventKey, at: ctx.now })
  await offerShare(ctx, message)
}
