import type { Db } from '~/cloudfunctions/core/db'
import type { MessagePort } from '~/cloudfunctions/ports/ports'
import { SUBSCRIPTION_KINDS, type SubscriptionKind } from '~/types/subscription'
import type { ServiceMessageView } from '../host/views'
import { withLocalTables } from './group-chat'

/** Newest messages of a person that the page shows. */
const SHOWN = 20
/** Number of the platform for who lets nothing through. */
const NOT_SUBSCRIBED = '43101'

/** What the host needs beside the port to be WeChat. */
export interface MessageStandin extends MessagePort {
  /** The person has tapped 允许. */
  accept(openid: string, kind: SubscriptionKind): Promise<void>
  /** What has arrived in somebody's 服务通知, newest first. */
  listOf(openid: string): Promise<ServiceMessageView[]>
}

/** WeChat with one template of each kind: it counts the consents itself and lets no message through without one. */
export function createMessageStandin(plain: Db, now: () => Date): MessageStandin {
  const db = withLocalTables(plain)
  return {
    templates: SUBSCRIPTION_KINDS.map((kind) => ({ kind, templateId: `template-${kind}` })),
    send: ({ openid, kind, page, fields }) =>
      db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('local.consent')
          .set((eb) => ({ quota: eb('quota', '-', 1) }))
          .where('openid', '=', openid)
          .where('kind', '=', kind)
          .where('quota', '>', 0)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) {
          return { outcome: 'unsubscribed', reason: NOT_SUBSCRIBED } as const
        }
        const { title, state, note } = fields
        const row = { openid, title, state, note, path: page, at: now() }
        await tx.insertInto('local.serviceMessage').values(row).execute()
        return { outcome: 'sent', reason: '' } as const
      }),
    async accept(openid, kind) {
      await db
        .insertInto('local.consent')
        .values({ openid, kind, quota: 1 })
        .onConflict((oc) =>
          oc.columns(['openid', 'kind']).doUpdateSet((eb) => ({ quota: eb('local.consent.quota', '+', 1) })),
        )
        .execute()
    },
    async listOf(openid) {
      const rows = await db
        .selectFrom('local.serviceMessage')
        .selectAll()
        .where('openid', '=', openid)
        .orderBy('id', 'desc')
        .limit(SHOWN)
        .execute()
      return rows.map(({ id, title, state, note, path, at }) => ({
        ...{ id, title, state, note, path },
        at: at.toISOString(),
      }))
    },
  }
}
