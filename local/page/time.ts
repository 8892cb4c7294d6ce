/** Parts of an instant in Shanghai. */
function parts(at: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false, ...options }).format(at)
}

/** 14:10 */
export const hourMinute = (at: Date) => parts(at, { hour: '2-digit', minute: '2-digit' })
const day = (at: Date) => parts(at, { month: 'numeric', day: 'numeric' }).replace('/', '月') + '日'

/** 11月23日 周一 14:10 */
export function longTime(at: Date): string {
  return `${day(at)} ${parts(at, { weekday: 'short' })} ${hourMinute(at)}`
}

/** As WeChat writes it between messages: 14:10, 昨天 14:10, 11月21日 14:10. */
export function chatTime(at: Date, now: Date): string {
  const days = (moment: Date) => Math.floor((moment.getTime() / 3_600_000 + 8) / 24)
  const ago = days(now) - days(at)
  return ago === 0 ? hourMinute(at) : ago === 1 ? `昨天 ${hourMinute(at)}` : `${day(at)} ${hourMinute(at)}`
}
