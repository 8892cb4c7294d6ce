import type { Input } from '~/types/api'
import {
  ANNOUNCEMENT_LIMITS,
  type AnnouncementAnswer,
  type AnnouncementAudience,
  type AnnouncementUrgency,
} from '~/types/announcement'
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
}

export const EMPTY: AnnouncementDraft = {
  ...{ areaCode: '', areaName: '', audience: 'everyone', urgency: 'ordinary' },
  ...{ title: '', words: '', pictures: [], answer: 'received', choices: ['', ''], unit: '人', days: '3' },
}

const DAY_MS = 86_400_000

/** What is sent. The term ends with a day of Shanghai, so that a second try asks for the same. */
export function inputOf(
  draft: AnnouncementDraft,
  areaCode: string,
  now: number,
): Input<'announcement.create'> {
  const { audience, urgency, title, words, answer, choices, unit, days, pictures } = draft
  const [picture] = pictures
  const last = day(new Date(now + Number(days) * DAY_MS).toISOString())
  return {
    ...{ areaCode, audience, urgency, title, words, answer },
    ...(picture !== undefined && { pictureId: picture.id }),
    ...(answer === 'choice' && { choices: choices.filter((choice) => choice.trim() !== '') }),
    ...(answer === 'number' && { unit }),
    expiresAt: `${last}T23:59:59+08:00`,
  }
}

/** Another empty line while there is room. */
export const oneMore = (choices: string[]) =>
  choices.length < ANNOUNCEMENT_LIMITS.choices.most ? [...choices, ''] : choices
