import type { Input } from '~/types/api'
import { ANNOUNCEMENT_LIMITS } from '~/types/announcement'
import { invalid } from '../../core/errors'
import { nextTime } from './series'

type Made = Input<'announcement.create'>

const DAY_MS = 86_400_000

/** The end, after now and within the longest term. INVALID at `expiresAt`. */
export function endOf({ expiresAt }: Made, now: Date): Date {
  const end = new Date(expiresAt)
  if (end <= now) {
    throw invalid({ expiresAt: '截止时间要在现在以后' })
  }
  if (end.getTime() > now.getTime() + ANNOUNCEMENT_LIMITS.days * DAY_MS) {
    throw invalid({ expiresAt: `最长留${ANNOUNCEMENT_LIMITS.days}天` })
  }
  return end
}

/** One that wakes people up is for a moment; the others come again for a year at most. INVALID at `series`. */
export function checkSeries({ series, urgency }: Made, now: Date): void {
  if (series === undefined) {
    return
  }
  if (urgency === 'emergency') {
    throw invalid({ series: '紧急通知只发一次,不能定期发' })
  }
  if (nextTime(series, now) === undefined) {
    throw invalid({ 'series.until': '到这一天为止,一次也轮不到,请往后选' })
  }
  const most = now.getTime() + ANNOUNCEMENT_LIMITS.seriesDays * DAY_MS
  if (Date.parse(`${series.until}T00:00:00+08:00`) > most) {
    throw invalid({ 'series.until': '最长定一年,到时候再接着定' })
  }
}
