import type { Tone } from '~/types/feed'
import type { Ctx } from '../../core/context'
import type { DbOrTx } from '../../core/db'
import type { DeliverCtx } from '../../core/outbox'
import {
  insertDeliveries,
  insertDelivery,
  lockDelivery,
  sharesIntoGroup,
  updateDelivery,
  deleteWaiting,
} from './repo'

export { countShares, removeShares, setBody as retellCards, tallyShares, withdrawShares } from './repo'

interface Card {
  areaCode: string
  title: string
  body: string
  label: string
  tone: Tone
  path: string
}

/** Gives the grid worker a card to share with one tap. No interface lets a server post into a residents' group. */
export async function offerShare(ctx: DeliverCtx, card: Card): Promise<void> {
  if (!(await sharesIntoGroup(ctx.db, card.areaCode))) {
    return
  }
  const { areaCode, title, body, label, tone, path } = card
  await insertDelivery(ctx.db, {
    id: ctx.newId(),
    eventKey: ctx.eventKey,
    areaCode,
    channel: 'share',
    title,
    body,
    label,
    tone,
    path,
    sharedBy: null,
    sharedAt: null,
    arrivedAt: null,
    createdAt: ctx.now,
  })
}

/** The same for every grid inside the areas of the cards that shares into a group, and shared `afterKey` if it is given. */
export async function offerShares(ctx: DeliverCtx, cards: Card[], afterKey: string | null): Promise<void> {
  await insertDeliveries(ctx, cards, afterKey)
}

/** The first opening from a group of the grid proves that the card arrived there. Other grids prove nothing. */
export async function markArrived(ctx: Ctx, id: string, groupAreaCode: string): Promise<void> {
  const row = await lockDelivery(ctx.db, id)
  if (row?.areaCode === groupAreaCode && row.state !== 'arrived') {
    await updateDelivery(ctx.db, id, {
      state: 'arrived',
      sharedAt: row.sharedAt ?? ctx.now,
      arrivedAt: ctx.now,
    })
  }
}

/** Takes back cards that wait to be shared; what stands in a group already stays there. */
export async function dropShares(db: DbOrTx, eventKey: string): Promise<void> {
  await deleteWaiting(db, eventKey)
}
