import type { Tone } from '~/types/feed'
import type { DbOrTx } from '../../core/db'
import type { DeliverCtx } from '../../core/outbox'
import { dropShares, offerShare, offerShares, retellCards } from '../delivery/queries'
import { deleteFeedItems, insertFeedItem, insertFeedItems, setBody } from './repo'

export { removeFeedItems } from './repo'

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

/** Tells a grid in its feed alone: what is worth reading there and not worth a card that somebody must share. */
export async function tellFeed(ctx: DeliverCtx, message: GridMessage): Promise<void> {
  await insertFeedItem(ctx.db, { ...message, id: ctx.newId(), eventKey: ctx.eventKey, at: ctx.now })
}

/** Takes back what grids were told under a key: out of the feeds, and out of what waits to be shared. */
export async function untellGrid(db: DbOrTx, eventKey: string): Promise<void> {
  await deleteFeedItems(db, eventKey)
  await dropShares(db, eventKey)
}

/** Tells a grid by its channels: the feed always, and a card for its group where the grid shares. */
export async function tellGrid(ctx: DeliverCtx, message: GridMessage): Promise<void> {
  await tellFeed(ctx, message)
  await offerShare(ctx, message)
}

/**
 * Tells every grid inside the area of each message, which may be of any level; areas must not contain one another. Two
 * statements, whatever the number of grids. With `afterKey` a card goes only into groups that the card of that event
 * was shared into.
 */
export async function tellGrids(
  ctx: DeliverCtx,
  messages: (Omit<GridMessage, 'pictureId'> & Partial<GridMessage>)[],
  afterKey: string | null = null,
): Promise<void> {
  if (messages.length > 0) {
    await insertFeedItems(ctx, messages)
    await offerShares(ctx, messages, afterKey)
  }
}

/** Other words on what was told under a key: in the feeds, and on cards that nobody has shared yet. */
export async function retell(db: DbOrTx, eventKey: string, body: string): Promise<void> {
  await setBody(db, eventKey, body)
  await retellCards(db, eventKey, body)
}
