import { ACTIVITY_LIMITS, type ActivityKind, type ActivityView } from '~/types/activity'
import type { ActivityInput, ShiftInput } from '~/types/activity-api'
import type { AreaView } from '~/types/area'
import type { PictureView } from '~/types/picture'
import { serverNow } from '@/api'
import { clock, day } from '@/time'

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
  /** The shifts as they are, while nobody sets the time anew. */
  shifts: ShiftInput[]
  /** What the activity says now has been filled in. */
  filled: boolean
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
  shifts: [],
  filled: false,
})

/** The form filled with what an activity says, for changing it. */
export function fromView(view: ActivityView): Partial<ActivityDraft> {
  const { kind, title, words, place, bring, skills, partyOnly, risky, insurance, contact, phone } = view
  const shifts = view.shifts.map(({ startsAt, endsAt, capacity }) => ({ startsAt, endsAt, capacity }))
  const [first] = shifts
  return {
    ...{ kind, title, words, place, bring, skills, partyOnly, risky, insurance, contact, phone, shifts },
    minAge: String(view.minAge),
    pictures: view.picture === undefined ? [] : [view.picture],
    filled: true,
    ...(first !== undefined && {
      firstDay: day(first.startsAt),
      from: clock(first.startsAt),
      to: clock(first.endsAt),
      capacity: String(first.capacity),
    }),
  }
}

const at = (date: string, time: string) => `${date}T${time}:00+08:00`
const nextDay = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)

function whenOf(draft: ActivityDraft): Pick<ActivityInput, 'shifts' | 'repeat'> {
  const { firstDay, lastDay, from, to, weekdays, shifts } = draft
  if (shifts.length > 0) {
    return { shifts }
  }
  const capacity = Math.min(ACTIVITY_LIMITS.capacity, Number(draft.capacity) || 0)
  if (draft.repeats) {
    return { repeat: { weekdays: weekdays.map(Number), from, to, firstDay, lastDay, capacity } }
  }
  const endsAt = at(to > from ? firstDay : nextDay(firstDay), to)
  return { shifts: [{ startsAt: at(firstDay, from), endsAt, capacity }] }
}

/** What is sent. */
export function toInput(draft: ActivityDraft & { kind: ActivityKind }): ActivityInput {
  const { title, words, place, bring, skills, partyOnly, risky, insurance, contact, phone } = draft
  const [picture] = draft.pictures
  return {
    kind: draft.kind,
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
