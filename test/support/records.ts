import { sql } from 'kysely'
import type { Db } from '~/cloudfunctions/core/db'

/** Names of the events in the outbox whose payload names the id, in the order they were told. */
export async function eventsAbout(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('event')
    .where(sql<boolean>`payload ->> 'id' = ${id}`)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.event)
}

/** Names in the audit trail of what was done to the target, in the order it was done. */
export async function auditsAbout(db: Db, target: string): Promise<string[]> {
  const rows = await db
    .selectFrom('auditLog')
    .select('action')
    .where('target', '=', target)
    .orderBy('at')
    .orderBy('seq')
    .execute()
  return rows.map((row) => row.action)
}

/** An id that is well-formed and belongs to nothing. */
export const NO_ID = '00000000-0000-7000-8000-000000000000'
