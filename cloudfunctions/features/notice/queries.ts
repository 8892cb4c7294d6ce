import type { Tone } from '~/types/feed'
import type { DbOrTx } from '../../core/db'
import type { DeliverCtx } from '../../core/outbox'
import { deleteNotices, insertNotices } from './repo'

/** What one person is told, in the words of who tells it. */
export interface PersonMessage {
  userId: string
  title: string
  body: string
  label: string
  tone: Tone
  /** Page to open, with its query. */
  path: string
}

/** Tells people, each once for an event and page, in one statement whatever their number. */
export async function tellPeople(ctx: DeliverCtx, messages: PersonMessage[]): Promise<void> {
  if (messages.length > 0) {
    const lines = messages.map((message) => ({ ...message, eventKey: ctx.eventKey }))
    await insertNotices(ctx.db, lines, ctx.now)
  }
}

/** Takes back what was told under these keys: the matter is over, or its words must not be kept. */
export async function untellPeople(db: DbOrTx, eventKeys: string[]): Promise<void> {
  await deleteNotices(db, eventKeys)
}
