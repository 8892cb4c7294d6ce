import type { Tone } from '~/types/feed'
import { SUBSCRIPTION_KINDS, type SubscriptionKind } from '~/types/subscription'
import type { DbOrTx } from '../../core/db'
import type { DeliverCtx } from '../../core/outbox'
import type { RawBuilder } from 'kysely'
import { messagePeople } from '../subscription/queries'
import { deleteNotices, deleteSelected, insertNotices, insertSelected, replaceLines } from './repo'

/** What one person is told, in the words of who tells it. */
export interface PersonMessage {
  userId: string
  title: string
  body: string
  label: string
  tone: Tone
  /** Page to open, with its query. */
  path: string
  /** WeChat tells it as well, if the person lets it. */
  kind?: SubscriptionKind
}

/** Tells people, each once for an event and page, in one statement whatever their number. */
export async function tellPeople(ctx: DeliverCtx, messages: PersonMessage[]): Promise<void> {
  if (messages.length > 0) {
    const lines = messages.map((message) => ({ ...message, eventKey: ctx.eventKey }))
    await insertNotices(ctx.db, lines, ctx.now)
    for (const kind of SUBSCRIPTION_KINDS) {
      const people = messages.filter((message) => message.kind === kind)
      await messagePeople(
        ctx,
        kind,
        people.map(({ userId }) => userId),
      )
    }
  }
}

type Card = Omit<PersonMessage, 'userId'>

/** Tells the same to everybody whom a query finds, as `user_id`, in one statement whatever their number. */
export async function tellSelected(ctx: DeliverCtx, card: Card, people: RawBuilder<unknown>): Promise<void> {
  await insertSelected(ctx.db, { ...card, eventKey: ctx.eventKey }, people, ctx.now)
}

/** Everybody who was told under one of the keys is told this instead, once. */
export async function replaceNotices(
  { db, now, eventKey }: { db: DbOrTx; now: Date; eventKey: string },
  keys: string[],
  card: Card,
): Promise<void> {
  await replaceLines(db, keys, { ...card, eventKey }, now)
}

/** Takes back what was told under a key from everybody whom a query finds, as `user_id`. */
export async function untellPeopleOf(
  db: DbOrTx,
  eventKey: string,
  people: RawBuilder<unknown>,
): Promise<void> {
  await deleteSelected(db, eventKey, people)
}

/** Takes back what was told under these keys: the matter is over, or its words must not be kept. */
export async function untellPeople(db: DbOrTx, eventKeys: string[]): Promise<void> {
  await deleteNotices(db, eventKeys)
}
