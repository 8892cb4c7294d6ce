import { z } from 'zod'
import { shanghaiDay, shanghaiMidnight } from './clock'
import { readSetting } from './settings'
import type { DbOrTx } from './db'

const DAY_MS = 86_400_000

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期写成 2026-10-01 这样')
  .refine((text) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)), '没有这一天')
const days = z.array(day, '请填写日期').max(60, '最多60天')

/** Shape of the setting `calendar.days`: days off besides the weekends, and weekend days that are worked. */
export const calendarSetting = z.strictObject({ off: days.optional(), worked: days.optional() })
export type Calendar = z.infer<typeof calendarSetting>

export function readCalendar(db: DbOrTx, at: Date): Promise<Calendar> {
  return readSetting(db, 'calendar.days', calendarSetting, at)
}

/** Whether people work on the day of Shanghai that holds `at`. */
function isWorkingDay({ off = [], worked = [] }: Calendar, at: Date): boolean {
  const name = shanghaiDay(at)
  const weekday = new Date(`${name}T00:00:00Z`).getUTCDay()
  return worked.includes(name) || (weekday !== 0 && weekday !== 6 && !off.includes(name))
}

/** The end, by Shanghai, of the n-th working day after the day of `at`; that day itself does not count. */
export function afterWorkingDays(calendar: Calendar, at: Date, n: number): Date {
  let midnight = shanghaiMidnight(at)
  for (let left = n; left > 0;) {
    midnight = new Date(midnight.getTime() + DAY_MS)
    left -= isWorkingDay(calendar, midnight) ? 1 : 0
  }
  return new Date(midnight.getTime() + DAY_MS)
}
