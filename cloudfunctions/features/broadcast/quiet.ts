import { z } from 'zod'
import type { BroadcastLane } from '~/types/feed'
import { shanghaiMidnight } from '../../core/clock'
import type { DbOrTx } from '../../core/db'
import { readSetting } from '../../core/settings'

const HOUR_MS = 3_600_000
const hour = z.int('请填整点,0到23').min(0, '请填整点,0到23').max(23, '请填整点,0到23')

/** Shape of the setting `delivery.quiet`: hours of Shanghai; the same hour twice means that none are quiet. */
export const quietSetting = z.strictObject({ from: hour, until: hour })
export type QuietHours = z.infer<typeof quietSetting>

/** The end of the quiet hours that hold `at`; `at` itself outside of them. */
export function afterQuiet({ from, until }: QuietHours, at: Date): Date {
  const midnight = shanghaiMidnight(at).getTime()
  const now = (at.getTime() - midnight) / HOUR_MS
  const quiet = from <= until ? now >= from && now < until : now >= from || now < until
  const end = midnight + (until + (now < until ? 0 : 24)) * HOUR_MS
  return quiet ? new Date(end) : at
}

/** When something of this lane may be told that is queued now. Emergencies wait for nobody's sleep. */
export async function readyAt({ db, now }: { db: DbOrTx; now: Date }, lane: BroadcastLane): Promise<Date> {
  return lane === 'emergency'
    ? now
    : afterQuiet(await readSetting(db, 'delivery.quiet', quietSetting, now), now)
}
