import { z } from 'zod'
import type { Db } from '~/cloudfunctions/core/db'
import type { Scale } from './plan'

export interface SeedCounts {
  households: number
  residents: number
  users: number
  staff: number
}
export interface SeedStart {
  scale: Scale
  seed: number
  now: Date
}
export interface Mark {
  start: SeedStart
  finished: SeedCounts | undefined
}

const NAME = 'demo.seed'
const STARTED = 1
const FINISHED = 2
const startSchema = z.object({ scale: z.enum(['demo', 'full']), seed: z.number(), now: z.coerce.date() })
const countsSchema = z.object({
  households: z.number(),
  residents: z.number(),
  users: z.number(),
  staff: z.number(),
})

/**
 * What the database is being filled with. A run that was interrupted is finished as it was begun, whatever is asked
 * for now: half of one district and half of another would be neither.
 */
export async function openMark(db: Db, wanted: SeedStart): Promise<Mark> {
  const value = JSON.stringify(wanted)
  await db
    .insertInto('setting')
    .values({ name: NAME, version: STARTED, value, validFrom: wanted.now })
    .onConflict((oc) => oc.doNothing())
    .execute()
  const rows = await db.selectFrom('setting').select(['version', 'value']).where('name', '=', NAME).execute()
  const finished = rows.find(({ version }) => version === FINISHED)
  return {
    start: startSchema.parse(rows.find(({ version }) => version === STARTED)?.value),
    finished: finished === undefined ? undefined : countsSchema.parse(finished.value),
  }
}

/** Nothing is made again from here on. */
export async function closeMark(db: Db, start: SeedStart, counts: SeedCounts): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name: NAME, version: FINISHED, value: JSON.stringify(counts), validFrom: start.now })
    .onConflict((oc) => oc.doNothing())
    .execute()
}
