import { sql } from 'kysely'
import type { Clock } from '~/cloudfunctions/core/clock'
import { surnameOf } from '~/cloudfunctions/core/masking'
import type { Db } from '~/cloudfunctions/core/db'
import type { ApiReply } from '~/types/api'
import type { GroupChat } from '../standins/group-chat'

const BATCH = 200

interface Stage {
  db: Db
  clock: Clock
  chat: GroupChat
  /** Asks the real function in somebody's name. */
  ask(openid: string, event: Record<string, unknown>): Promise<ApiReply>
}

/** Plays the hands of the grid workers and the eyes of WeChat: what is shared appears in the group. */
export interface SharePlayer {
  /** Taps 转发 for each card that waits, as that grid's worker. Returns how many were shared. */
  tapAll(): Promise<number>
  /** Puts every shared card into the chat once, whoever shared it. Returns how many were looked at. */
  showAll(): Promise<number>
}

export function createSharePlayer({ db, clock, chat, ask }: Stage): SharePlayer {
  return {
    async tapAll() {
      let shared = 0
      for (const { id, openid } of await waitingCards(db, clock.now())) {
        const reply = await ask(openid, { action: 'delivery.markShared', input: { id } })
        shared += reply.ok ? 1 : 0
      }
      return shared
    },
    async showAll() {
      const cards = await unshownCards(db)
      for (const { areaCode, opengid, openid, sharedAt, sharer, id, ...card } of cards) {
        const from = sharer === null ? '网格员' : `网格员 ${surnameOf(sharer)}师傅`
        await chat.share(
          { areaCode, opengid, openid: openid ?? '', from, fromRole: 'grid_worker', at: sharedAt },
          { ...card, deliveryId: id },
        )
      }
      return cards.length
    },
  }
}

/** Cards that wait, with the person in whose hands they lie: the grid's worker, else the village's secretary. */
async function waitingCards(db: Db, now: Date): Promise<{ id: string; openid: string }[]> {
  const { rows } = await sql<{ id: string; openid: string }>`
    SELECT d.id, worker.openid FROM delivery AS d
    CROSS JOIN LATERAL (
      SELECT u.openid FROM assignment AS a JOIN app_user AS u ON u.id = a.user_id
      WHERE a.area_code IN (d.area_code, left(d.area_code, 12)) AND a.role IN ('grid_worker', 'village_secretary')
        AND a.from_at <= ${now} AND (a.to_at IS NULL OR a.to_at > ${now}) AND u.openid IS NOT NULL
      ORDER BY length(a.area_code) DESC, a.id LIMIT 1) AS worker
    WHERE d.state = 'waiting' AND EXISTS (SELECT 1 FROM grid_group AS g WHERE g.area_code = d.area_code)
    ORDER BY d.created_at, d.id LIMIT ${BATCH}`.execute(db)
  return rows
}

interface UnshownCard {
  id: string
  areaCode: string
  opengid: string
  openid: string | null
  title: string
  body: string
  label: string
  tone: 'neutral' | 'progress' | 'good' | 'urgent'
  path: string
  sharedAt: Date
  sharer: string | null
}

/** Shared cards that a group of their grid has not seen; groups that were bound later do not get old ones. */
async function unshownCards(db: Db): Promise<UnshownCard[]> {
  const { rows } = await sql<UnshownCard>`
    SELECT d.id, d.area_code, g.opengid, u.openid, d.title, d.body, d.label, d.tone, d.path, d.shared_at,
      nullif(u.name, '') AS sharer
    FROM delivery AS d
    JOIN grid_group AS g ON g.area_code = d.area_code AND g.bound_at <= d.shared_at
    LEFT JOIN app_user AS u ON u.id = d.shared_by
    WHERE d.state IN ('shared', 'arrived') AND NOT EXISTS (
      SELECT 1 FROM local.posted AS p WHERE p.delivery_id = d.id AND p.opengid = g.opengid)
    ORDER BY d.shared_at, d.id LIMIT ${BATCH}`.execute(db)
  return rows
}
