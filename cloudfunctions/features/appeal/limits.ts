import { z } from 'zod'
import type { DbOrTx } from '../../core/db'
import { readSetting } from '../../core/settings'

const times = (least: number, most: number) =>
  z.int('请填一个整数').min(least, `最少${least}`).max(most, `最多${most}`)

/** Shape of `appeal.limits`: times taken up again, days in which, rounds of objection, times asked for a word. */
export const limitsSetting = z.strictObject({
  reopens: times(1, 9),
  reopenDays: times(1, 365),
  objections: times(1, 9),
  asks: times(1, 9),
})
export type Limits = z.infer<typeof limitsSetting>

/** How often and how long, as the district has set it. Source: domain rules 1.4. */
export function readLimits({ db, now }: { db: DbOrTx; now: Date }): Promise<Limits> {
  return readSetting(db, 'appeal.limits', limitsSetting, now)
}
