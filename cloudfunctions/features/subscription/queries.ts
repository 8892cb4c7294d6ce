import type { SubscriptionKind, SubscriptionView } from '~/types/subscription'
import type { Ctx } from '../../core/context'
import type { DeliverCtx } from '../../core/outbox'
import { readyAt } from '../broadcast/queries'
import { insertMessages, listQuotas } from './repo'

export { keeper } from './kept'

/** The templates of the district with what the caller still lets through. */
export async function viewSubscriptions({ db, actor, ports }: Ctx): Promise<{ items: SubscriptionView[] }> {
  const quotas = await listQuotas(db, actor.user.id)
  const left = new Map(quotas.map(({ kind, quota }) => [kind, quota]))
  return {
    items: ports.messages.templates.map(({ kind, templateId }) => ({
      kind,
      templateId,
      quota: left.get(kind) ?? 0,
    })),
  }
}

/**
 * Sends what these people have just been told to WeChat as well, for those who let a message of the kind through; at
 * night not before the morning.
 */
export async function messagePeople(
  ctx: DeliverCtx,
  kind: SubscriptionKind,
  userIds: string[],
): Promise<void> {
  if (userIds.length > 0) {
    await insertMessages(ctx.db, { kind, eventKey: ctx.eventKey, userIds }, await readyAt(ctx, 'ordinary'))
  }
}
