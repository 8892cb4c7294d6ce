import type { Input } from '~/types/api'
import {
  ANNOUNCEMENT_LIMITS,
  type AnnouncementAnswer,
  type AnnouncementAudience,
  type AnnouncementTemplate,
  type AnnouncementUrgency,
  type SeriesCycle,
  type TemplateView,
} from '~/types/announcement'
import type { AttachmentView } from '~/types/attachment'
import type { PictureView } from '~/types/picture'
import { day } from '@/time'

export interface AnnouncementDraft {
  areaCode: string
  areaName: string
  audience: AnnouncementAudience
  urgency: AnnouncementUrgency
  title: string
  words: string
  pictures: PictureView[]
  answer: AnnouncementAnswer
  choices: string[]
  unit: string
  /** Days that it stays, as text. */
  days: string
  template: AnnouncementTemplate | undefined
  /** What had been typed before a template took its place. */
  before: { title: string; words: string } | undefined
  attachment: AttachmentView | undefined
  every: SeriesCycle | 'once'
  /** On which days of the week or the month it comes again. */
  weekdays: string[]
  monthdays: string[]
  /** HH:MM, and YYYY-MM-DD or empty for a month from now. */
  at: string
  until: string
}

export const EMPTY: AnnouncementDraft = {
  ...{ areaCode: '', areaName: '', audience: 'everyone', urgency: 'ordinary' },
  ...{ title: '', words: '', pictures: [], answer: 'received', choices: ['', ''], unit: '人', days: '3' },
  ...{ template: undefined, before: undefined, attachment: undefined },
  ...{ every: 'once', weekdays: [], monthdays: [], at: '08:00', until: '' },
}

const DAY_MS = 86_400_000
/** Days for which it comes again when nothing else was chosen. */
const USUAL_DAYS = 30

/** How each template is usually sent. */
const SHAPES: Record<AnnouncementTemplate, Pick<AnnouncementDraft, 'urgency' | 'answer' | 'choices'>> = {
  outage: { urgency: 'important', answer: 'received', choices: ['', ''] },
  hazard: { urgency: 'important', answer: 'received', choices: ['', ''] },
  health: { urgency: 'ordinary', answer: 'choice', choices: ['我去', '去不了', '走不动,要人帮'] },
  meeting: { urgency: 'ordinary', answer: 'choice', choices: ['来', '来不了'] },
  payment: { urgency: 'ordinary', answer: 'received', choices: ['', ''] },
}

/** A template in the place of what was typed, which can be taken back. */
export function fromTemplate(
  { title, words, before }: AnnouncementDraft,
  view: TemplateView,
  templates: TemplateView[],
): Partial<AnnouncementDraft> {
  const own =
    `${title}${words}` !== '' && !templates.some((one) => one.title === title && one.words === words)
  return {
    ...{ template: view.template, title: view.title, words: view.words },
    ...SHAPES[view.template],
    before: own ? { title, words } : before,
  }
}

export const untilOf = ({ until }: Pick<AnnouncementDraft, 'until'>, now: number) =>
  until === '' ? day(new Date(now + USUAL_DAYS * DAY_MS).toISOString()) : until

/** What is sent. The term ends with a day of Shanghai, so that a second try asks for the same. */
export function inputOf(
  draft: AnnouncementDraft,
  areaCode: string,
  now: number,
): Input<'announcement.create'> {
  const { audience, urgency, title, words, answer, choices, unit, days, pictures, attachment } = draft
  const { every, weekdays, monthdays, at } = draft
  const [picture] = pictures
  const last = day(new Date(now + Number(days) * DAY_MS).toISOString())
  return {
    ...{ areaCode, audience, urgency, title, words, answer },
    ...(picture !== undefined && { pictureId: picture.id }),
    ...(attachment !== undefined && { attachmentId: attachment.id }),
    ...(every !== 'once' &&
      urgency !== 'emergency' && {
        series: {
          ...{ every, at, until: untilOf(draft, now) },
          days: (every === 'week' ? weekdays : monthdays).map(Number),
        },
      }),
    ...(answer === 'choice' && { choices: choices.filter((choice) => choice.trim() !== '') }),
    ...(answer === 'number' && { unit }),
    expiresAt: `${last}T23:59:59+08:00`,
  }
}

/** Another empty line while there is room. */
export const oneMore = (choices: string[]) =>
  choices.length < ANNOUNCEMENT_LIMITS.choices.most ? [...choices, ''] : choices
