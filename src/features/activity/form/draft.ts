import { ACTIVITY_LIMITS, type ActivityKind } from '~/types/activity'
import type { ActivityInput } from '~/types/activity-api'
import type { AreaView } from '~/types/area'
import type { PictureView } from '~/types/picture'
import { serverNow } from '@/api'
import { day } from '@/time'

export interface ActivityDraft {
  kind: ActivityKind | undefined
  title: string
  words: string
  place: string
  area: AreaView | undefined
  repeats: boolean
  /** YYYY-MM-DD; the last day only of a repeating one. */
  firstDay: string
  lastDay: string
  /** HH:MM, Shanghai. */
  from: string
  to: string
  /** 1 Monday … 7 Sunday, as text. */
  weekdays: string[]
  capacity: string
  bring: string
  skills: string
  minAge: string
  partyOnly: boolean
  risky: boolean
  insurance: string
  contact: string
  phone: string
  name: string
  pictures: PictureView[]
}

const DAY_MS = 86_400_000
const inDays = (n: number) => day(new Date(serverNow() + n * DAY_MS).toISOString())

/** Tomorrow morning, for ten grown-ups. */
export const emptyDraft = (): ActivityDraft => ({
  kind: undefined,
  title: '',
  words: '',
  place: '',
  area: undefined,
  repeats: false,
  firstDay: inDays(1),
  lastDay: inDays(14),
  from: '08:30',
  to: '10:30',
  weekdays: [],
  capacity: '10',
  bring: '',
  skills: '',
  minAge: '18',
  partyOnly: false,
  risky: false,
  insurance: '',
  contact: '',
  phone: '',
  name: '',
  pictures: [],
})

const at = (date: string, time: string) => `${date}T${time}:00+08:00`
const nextDay = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)

function whenOf(draft: ActivityDraft): Pick<ActivityInput, 'shifts' | 'repeat'> {
  const { firstDay, lastDay, from, to, weekdays } = draft
  const capacity = Math.min(ACTIVITY_LIMITS.capacity, Number(draft.capacity) || 0)
  if (draft.repeats) {
    return { repeat: { weekdays: weekdays.map(Number), from, to, firstDay, lastDay, capacity } }
  }
  const endsAt = at(to > from ? firstDay : nextDay(firstDay), to)
  return { shifts: [{ startsAt: at(firstDay, from), endsAt, capacity }] }
}

/** What is sent. A kind that was not chosen is left to the server to ask for. */
export function toInput(draft: ActivityDraft): ActivityInput {
  const { title, words, place, bring, skills, partyOnly, risky, insurance, contact, phone } = draft
  const [picture] = draft.pictures
  return {
    kind: draft.kind ?? 'other',
    title,
    words,
    place,
    bring,
    skills,
    partyOnly,
    risky,
    insurance,
    contact,
    phone,
    minAge: Number(draft.minAge) || 18,
    ...whenOf(draft),
    ...(picture !== undefined && { pictureId: picture.id }),
  }
}
