import type { MissingMapView, MissingRowView, MissingView, SightingView } from '~/types/missing'
import { DIRECTION_LABELS, SEX_LABELS, TRAVEL_LABELS } from '@/labels/missing'
import { clock, spanWords } from '@/time'

/** 男,72岁 */
export function headline({ sex, age }: Pick<MissingRowView, 'sex' | 'age'>): string {
  const parts = [sex === null ? '' : SEX_LABELS[sex], age === null ? '' : `${age}岁`]
  return parts.filter((part) => part !== '').join(',')
}

/** 深色外套,自行车 */
export function looksWords({ looks, travel }: Pick<MissingRowView, 'looks' | 'travel'>): string {
  return [looks, travel === null || travel === 'unknown' ? '' : TRAVEL_LABELS[travel]]
    .filter((part) => part !== '')
    .join(',')
}

/** 离家 2小时10分 */
export function awayWords(lastSeenAt: string | null, now: number): string {
  return lastSeenAt === null ? '' : `走了 ${spanWords(now - Date.parse(lastSeenAt))}`
}

/** 先在2公里内找,最远可能到21.7公里: the priority area, and the reach only where it goes beyond it. */
export function rangeWords({ circles }: MissingMapView): string {
  const [first = 0, second = first] = circles
  const farthest = circles.at(-1) ?? second
  return `先在${second}公里内找${farthest > second ? `,最远可能到${farthest}公里` : ''}`
}

export function countWords({ counts }: MissingView): string {
  const { told, opened, sightings, searchers } = counts
  const parts = [`已送达 ${told} 个网格`, `${opened.toLocaleString('en-US')} 人已看`, `${sightings} 条线索`]
  return [...parts, ...(searchers > 0 ? [`${searchers} 人在找`] : [])].join(' · ')
}

/** 网格邻居 · 有照片 · 家属确认像 */
export function sightingLines({ self, pictures, family, words, exactPlace }: SightingView): string[] {
  const facts = [
    self ? '亲眼看到' : '听别人说',
    ...(pictures.length > 0 ? ['有照片'] : []),
    ...(family === null ? [] : [family ? '家属确认像' : '家属说不是']),
  ].join(' · ')
  return [facts, exactPlace, words].filter((line) => line !== '')
}

/** Where somebody saw the person and which way they went: 14:02 三府庄桥头,往东 */
export function sightingTitle({ seenAt, place, direction }: SightingView): string {
  return `${clock(seenAt)} ${place}${direction === null ? '' : `,往${DIRECTION_LABELS[direction]}`}`
}
