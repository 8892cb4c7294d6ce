import type { AnnouncementAnswer, AnnouncementView, ReachFigures } from '~/types/announcement'

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
