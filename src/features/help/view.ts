import type { HelpRowView, HelpView, HelpWhen } from '~/types/help'
import { NEAR_LABELS, PART_LABELS, REACH_LABELS } from '@/labels/help'
import { clock, day, spanWords } from '@/time'

const DAY_MS = 86_400_000
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** 今天, 明天, 周五, 12-05: a day as people say it from `now` on (milliseconds since 1970). */
export function dayWords(date: string, now: number): string {
  const today = Date.parse(day(new Date(now).toISOString()))
  const ahead = Math.round((Date.parse(date) - today) / DAY_MS)
  const names = ['今天', '明天', '后天']
  if (ahead >= 0 && ahead < 7) {
    return names[ahead] ?? WEEKDAYS[new Date(date).getUTCDay()] ?? date
  }
  return date.slice(5)
}

/** 周五上午, 今天, 晚上; 什么时候都行 when neither matters. */
export function whenWords({ day: date, part }: HelpWhen, now: number): string {
  const half = part === 'any' ? '' : PART_LABELS[part]
  return `${date === undefined ? '' : dayWords(date, now)}${half}` || '什么时候都行'
}

/** 本网格; the place itself when it is further away. */
export const placeWords = ({ near, areaName }: HelpRowView) =>
  near === 'town' ? areaName : NEAR_LABELS[near]

/** What a neighbour wants to know of one that is looked for: who is called when nobody comes, who offers. */
export function waitingWords(item: HelpRowView, now: number): string {
  const left = item.alertAt === undefined ? 0 : Date.parse(item.alertAt) - now
  const span = spanWords(left)
  const then = item.urgent ? `网格员已经知道,再过${span}没人接就往上报` : `再过${span}没人接就告诉网格员`
  const parts = [
    item.forFamily ? '替家里人问' : '',
    item.postCount > 0 ? `${item.postCount}条跟帖` : '',
    item.offerCount > 0 ? `${item.offerCount}位邻居说能帮,等本人选` : '',
    item.offerCount === 0 && left > 0 ? then : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** For the asker: who sees it now, and when more will. */
export function reachWords({ reach, widenAt }: Pick<HelpView, 'reach' | 'widenAt'>): string {
  const until = widenAt === undefined ? '' : `,${clock(widenAt)}还没人接就让更多人看到`
  return `${REACH_LABELS[reach]}${until}`
}
