import type { MissingRowView, MissingView, SightingView } from '~/types/missing'
import { DIRECTION_LABELS, MISSING_STEP_LABELS, SEX_LABELS, TRAVEL_LABELS } from '@/labels/missing'
import { clock, dayTime, spanWords } from '@/time'
import type { TimelineItem } from '@/ui'

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

export function sightingItems(sightings: SightingView[]): TimelineItem[] {
  return sightings.map((sighting) => ({
    key: sighting.id,
    title: sightingTitle(sighting),
    lines: sightingLines(sighting),
    state: 'done',
    pictures: sighting.pictures,
  }))
}

export function stepItems({ steps }: MissingView): TimelineItem[] {
  return [...steps].reverse().map(({ id, action, by, words, at }) => {
    const title = `${by}${MISSING_STEP_LABELS[action] ?? ''}`
    return { key: id, title, lines: [dayTime(at), words].filter((line) => line !== ''), state: 'done' }
  })
}
