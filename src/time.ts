const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Offset of Shanghai from UTC; the phone's own zone is never used. */
const SHANGHAI = 8 * HOUR

/** 35分钟, 6小时, 4天6小时: a span in ms in at most two units; never below one minute. */
export function spanWords(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / MINUTE))
  if (minutes < 60) {
    return `${minutes}分钟`
  }
  const hours = Math.floor(minutes / 60)
  if (hours < 24) {
    return hours < 3 && minutes % 60 > 0 ? `${hours}小时${minutes % 60}分` : `${hours}小时`
  }
  const days = Math.floor(hours / 24)
  return hours % 24 === 0 ? `${days}天` : `${days}天${hours % 24}小时`
}

/** 24小时, 7天: a whole term, in days from two on. */
export function termWords(from: string, until: string): string {
  const ms = Date.parse(until) - Date.parse(from)
  return ms > HOUR && ms < 2 * DAY ? `${Math.round(ms / HOUR)}小时` : spanWords(ms)
}

/** 还剩 4天6小时 or 已超时 2小时. */
export function leftWords(dueAt: string, now: number): string {
  const left = Date.parse(dueAt) - now
  return left >= 0 ? `还剩 ${spanWords(left)}` : `已超时 ${spanWords(-left)}`
}

/** Share of the time given that is used up, 0 to 1. */
export function usedShare(from: string, dueAt: string, now: number): number {
  const whole = Date.parse(dueAt) - Date.parse(from)
  return Math.min(1, Math.max(0, (now - Date.parse(from)) / whole))
}

const shanghai = (ms: number) => new Date(ms + SHANGHAI).toISOString()

/** 11-20 18:03, Shanghai. */
export function dayTime(at: string): string {
  return shanghai(Date.parse(at)).slice(5, 16).replace('T', ' ')
}

/** 14:21 in Shanghai. */
export function clock(at: string): string {
  return dayTime(at).slice(-5)
}

/** 2026-11-20, Shanghai. */
export function day(at: string): string {
  return shanghai(Date.parse(at)).slice(0, 10)
}

/** 刚刚, 8分钟前, 今天 10:20, 昨天 10:20, 11-20. */
export function agoWords(at: string, now: number): string {
  const ms = Date.parse(at)
  if (now - ms < MINUTE) {
    return '刚刚'
  }
  if (now - ms < HOUR) {
    return `${Math.floor((now - ms) / MINUTE)}分钟前`
  }
  const days = Math.round(
    (Date.parse(shanghai(now).slice(0, 10)) - Date.parse(shanghai(ms).slice(0, 10))) / DAY,
  )
  const clock = shanghai(ms).slice(11, 16)
  if (days <= 0) {
    return `今天 ${clock}`
  }
  return days === 1 ? `昨天 ${clock}` : shanghai(ms).slice(5, 10)
}

/** 2026年10月, of 2026-10. */
export const monthWords = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
