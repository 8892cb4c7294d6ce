import { ACTIVITY_LIMITS } from '~/types/activity'
import type { ActivityInput, RepeatInput } from '~/types/activity-api'
import { invalid } from '../../core/errors'

export interface NewShift {
  startsAt: Date
  endsAt: Date
  capacity: number
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** A moment of the wall clock in Shanghai. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`)

/** The days of a rule that are still to come, each with the shift that begins on it; one that ends before it begins ends the day after. */
function repeated({ weekdays, from, to, firstDay, lastDay, capacity }: RepeatInput, now: Date): NewShift[] {
  const shifts: NewShift[] = []
  const last = Date.parse(`${lastDay}T00:00:00Z`)
  for (
    let day = Date.parse(`${firstDay}T00:00:00Z`);
    day <= last && shifts.length <= ACTIVITY_LIMITS.shifts;
    day += DAY_MS
  ) {
    const date = new Date(day)
    if (weekdays.includes(date.getUTCDay() === 0 ? 7 : date.getUTCDay())) {
      const name = date.toISOString().slice(0, 10)
      const startsAt = at(name, from)
      const sameDay = at(name, to)
      const endsAt = sameDay > startsAt ? sameDay : new Date(sameDay.getTime() + DAY_MS)
      if (startsAt > now) {
        shifts.push({ startsAt, endsAt, capacity })
      }
    }
  }
  return shifts
}

/** The shifts of an activity in order. INVALID at `shifts` (or `repeat`) when one cannot be. */
export function expandShifts({ shifts = [], repeat }: Pick<ActivityInput, 'shifts' | 'repeat'>, now: Date) {
  const field = repeat === undefined ? 'shifts' : 'repeat'
  const made =
    repeat === undefined
      ? shifts.map((shift) => ({
          capacity: shift.capacity,
          startsAt: new Date(shift.startsAt),
          endsAt: new Date(shift.endsAt),
        }))
      : repeated(repeat, now)
  const refuse = (words: string) => invalid({ [field]: words })
  if (made.length === 0) {
    throw refuse('这段日子里没有合适的时段,请检查星期和日期')
  }
  if (made.length > ACTIVITY_LIMITS.shifts) {
    throw refuse(`一次最多${ACTIVITY_LIMITS.shifts}个时段,请分几次发`)
  }
  for (const { startsAt, endsAt } of made) {
    if (endsAt <= startsAt) {
      throw refuse('结束时间要在开始时间以后')
    }
    if (endsAt.getTime() - startsAt.getTime() > ACTIVITY_LIMITS.hours * HOUR_MS) {
      throw refuse(`一个时段最长${ACTIVITY_LIMITS.hours}小时`)
    }
    if (startsAt <= now) {
      throw refuse('开始时间要在现在以后')
    }
    if (startsAt.getTime() - now.getTime() > ACTIVITY_LIMITS.ahead * DAY_MS) {
      throw refuse(`最多提前${ACTIVITY_LIMITS.ahead}天发`)
    }
  }
  return unique(
    made.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime()),
    refuse,
  )
}

function unique(shifts: NewShift[], refuse: (words: string) => Error): NewShift[] {
  const names = new Set(shifts.map(({ startsAt, endsAt }) => `${startsAt.getTime()}-${endsAt.getTime()}`))
  if (names.size !== shifts.length) {
    throw refuse('有两个时段一样,请改一个')
  }
  return shifts
}
