import { sql, type Generated } from 'kysely'
import type { Db } from '~/cloudfunctions/core/db'
import type { Tone } from '~/types/feed'
import type { SubscriptionKind } from '~/types/subscription'
import type { GroupMessageView } from '../host/views'

/** Newest messages that are kept of a group. */
export const KEPT_MESSAGES = 200

const NO_CARD = { title: '', body: '', label: '', tone: 'neutral', path: '', deliveryId: null } as const

/** Tables of the stand-ins, in a schema of their own: production knows nothing of them. */
type LocalTables = {
  'local.message': {
    id: Generated<number>
    areaCode: string
    opengid: string
    kind: 'text' | 'card'
    openid: string
    sender: string
    senderRole: 'resident' | 'grid_worker'
    text: string
    title: string
    body: string
    label: string
    tone: Tone
    path: string
    deliveryId: string | null
    at: Date
  }
  'local.posted': { deliveryId: string; opengid: string }
  'local.switch': { name: string; isOn: boolean }
  'local.consent': { openid: string; kind: SubscriptionKind; quota: number }
  'local.serviceMessage': {
    id: Generated<number>
    openid: string
    title: string
    state: string
    note: string
    path: string
    at: Date
  }
}
export type LocalDb = ReturnType<typeof withLocalTables>
export const withLocalTables = (db: Db) => db.withTables<LocalTables>()

/** Makes the schema of the stand-ins when it is missing. */
export async function prepareLocalTables(db: Db): Promise<void> {
  for (const statement of [
    sql`CREATE SCHEMA IF NOT EXISTS local`,
    sql`CREATE TABLE IF NOT EXISTS local.message (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, area_code text COLLATE "C" NOT NULL, opengid text NOT NULL,
      kind text NOT NULL, openid text NOT NULL, sender text NOT NULL, sender_role text NOT NULL,
      text text NOT NULL, title text NOT NULL, body text NOT NULL, label text NOT NULL, tone text NOT NULL, path text NOT NULL, delivery_id uuid,
      at timestamptz NOT NULL)`,
    sql`CREATE INDEX IF NOT EXISTS message_area ON local.message (area_code, id)`,
    sql`CREATE TABLE IF NOT EXISTS local.posted (
      delivery_id uuid NOT NULL, opengid text NOT NULL, PRIMARY KEY (delivery_id, opengid))`,
    sql`CREATE TABLE IF NOT EXISTS local.consent (
      openid text NOT NULL, kind text NOT NULL, quota integer NOT NULL CHECK (quota >= 0), PRIMARY KEY (openid, kind))`,
    sql`CREATE TABLE IF NOT EXISTS local.service_message (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, openid text NOT NULL, title text NOT NULL, state text NOT NULL,
      note text NOT NULL, path text NOT NULL, at timestamptz NOT NULL)`,
    sql`CREATE INDEX IF NOT EXISTS service_message_openid ON local.service_message (openid, id)`,
    sql`CREATE TABLE IF NOT EXISTS local.switch (name text PRIMARY KEY, is_on boolean NOT NULL)`,
  ]) {
    await statement.execute(db)
  }
}

interface Sender {
  areaCode: string
  opengid: string
  openid: string
  from: string
  fromRole: 'resident' | 'grid_worker'
  at: Date
}
export interface Card {
  title: string
  body: string
  label: string
  tone: Tone
  path: string
  deliveryId: string | null
}

/** The WeChat groups of the district, as far as one machine can play them. */
export interface GroupChat {
  say(sender: Sender, text: string): Promise<void>
  /** Posts a card once a delivery and group, however often it is asked for. */
  share(sender: Sender, card: Card): Promise<void>
  /** After `since`, oldest first, at most 200. */
  list(areaCode: string, since: number, opengid?: string): Promise<GroupMessageView[]>
}

export function createGroupChat(plain: Db): GroupChat {
  const db = withLocalTables(plain)
  const insert = async (tx: LocalDb, sender: Sender, kind: 'text' | 'card', text: string, card: Card) => {
    const { areaCode, opengid, openid, from, fromRole, at } = sender
    const row = { areaCode, opengid, openid, kind, sender: from, senderRole: fromRole, text, ...card, at }
    await tx.insertInto('local.message').values(row).execute()
    const oldest = tx
      .selectFrom('local.message')
      .select('id')
      .where('areaCode', '=', areaCode)
      .where('opengid', '=', opengid)
      .orderBy('id', 'desc')
      .offset(KEPT_MESSAGES)
      .limit(1)
    await tx
      .deleteFrom('local.message')
      .where('areaCode', '=', areaCode)
      .where('opengid', '=', opengid)
      .where('id', '<=', oldest)
      .execute()
  }
  return {
    say: (sender, text) => insert(db, sender, 'text', text, NO_CARD),
    async share(sender, card) {
      await db.transaction().execute(async (tx) => {
        if (card.deliveryId !== null) {
          const posted = await tx
            .insertInto('local.posted')
            .values({ deliveryId: card.deliveryId, opengid: sender.opengid })
            .onConflict((oc) => oc.doNothing())
            .executeTakeFirst()
          if (posted.numInsertedOrUpdatedRows === 0n) {
            return
          }
        }
        await insert(tx, sender, 'card', '', card)
      })
    },
    async list(areaCode, since, opengid) {
      const rows = await db
        .selectFrom('local.message')
        .selectAll()
        .where('areaCode', '=', areaCode)
        .where('id', '>', since)
        .$if(opengid !== undefined, (query) => query.where('opengid', '=', opengid ?? ''))
        .orderBy('id', 'desc')
        .limit(KEPT_MESSAGES)
        .execute()
      return rows.reverse().map(({ areaCode: _area, sender, senderRole, at, ...rest }) => ({
        ...rest,
        from: sender,
        fromRole: senderRole,
        at: at.toISOString(),
      }))
    },
  }
}
