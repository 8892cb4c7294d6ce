import type { AnnouncementAnswer, AnnouncementView, ReachFigures, SeriesView } from '~/types/announcement'
import { MONTHDAYS, SERIES_LABELS, WEEKDAYS } from '@/labels/announcement'

/** 收到; 3人; 来: what somebody answered, in words. */
export function answerWords({ mine, choices, unit }: AnnouncementView): string {
  if (mine === undefined) {
    return ''
  }
  const said = mine.choice === undefined ? mine.number : choices[mine.choice]
  return said === undefined ? '收到' : `${said}${mine.number === undefined ? '' : unit}`
}

/** Whom it has reached, as far as this form of answer wants it. */
export const reachedOf = (answer: AnnouncementAnswer, { opened, answered }: ReachFigures) =>
  answer === 'read' ? opened : answered

/** 64%; nobody of nobody is nothing. */
export const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : Math.min(1, part / whole))
export const percent = (part: number, whole: number) => `${Math.round(shareOf(part, whole) * 100)}%`

/** How many a place has left to reach: groups for everyone, people where they are told one by one. */
export const leftOf = (answer: AnnouncementAnswer, figures: ReachFigures) =>
  figures.grids > 0 ? figures.grids - figures.confirmed : figures.people - reachedOf(answer, figures)

/** 120KB, 2.5MB: what a phone has to fetch. */
export const sizeWords = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))}KB`
    : `${Math.round(bytes / 1024 / 102.4) / 10}MB`

/** 每周一、周四 08:00,到2026-12-31 */
export function seriesWords({ every, days, at, until }: SeriesView): string {
  const names = every === 'week' ? WEEKDAYS : MONTHDAYS
  const said = days.map((day) => names[day - 1]?.label ?? '').join('、')
  return `${SERIES_LABELS[every]}的${said},${at}发,到${until}为止。`
}
