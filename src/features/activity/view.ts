import type { ActivityView, ShiftView } from '~/types/activity'
import { clock, day } from '@/time'

const DAY_MS = 86_400_000

/** 今天, 明天, 11-28. */
export function dayWords(at: string, now: number): string {
  const days = [0, 1].map((n) => day(new Date(now + n * DAY_MS).toISOString()))
  const own = day(at)
  return own === days[0] ? '今天' : own === days[1] ? '明天' : own.slice(5)
}

/** 明天 08:30 – 10:30; a shift over midnight names its last day. */
export function whenWords({ startsAt, endsAt }: { startsAt: string; endsAt: string }, now: number): string {
  const end = day(startsAt) === day(endsAt) ? clock(endsAt) : `次日${clock(endsAt)}`
  return `${dayWords(startsAt, now)} ${clock(startsAt)} – ${end}`
}

/** 还差3人; 人满了,可以候补. */
export const leftWords = (left: number) => (left > 0 ? `还差 ${left} 人` : '人满了,可以候补')

/** 2小时; 1小时30分; 45分钟; −15分钟. */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const words = hours === 0 ? `${rest}分钟` : rest === 0 ? `${hours}小时` : `${hours}小时${rest}分`
  return minutes < 0 ? `−${words}` : words
}

/** Hours with one decimal, for large figures: 12.5. */
export const hoursOf = (minutes: number) => String(Math.round(minutes / 6) / 10)

/** Shifts that somebody can still sign up for. */
export const openShifts = ({ shifts }: ActivityView) =>
  shifts.filter(({ can }) => can.includes('activity.signUp'))

/** The shift that is chosen at first: one with a place in which nobody of the family is yet. */
export function firstChoice(shifts: ShiftView[]): string | undefined {
  const free = shifts.find(({ left, mine }) => left > 0 && mine.length === 0)
  return (free ?? shifts[0])?.id
}

/** Who may come, in a few words; empty when everybody may. */
export function whoWords({ minAge, maxAge, partyOnly, skills }: ActivityView): string {
  const parts = [
    partyOnly ? '党员' : '',
    minAge < 18 ? `满${minAge}岁,未成年人要家长同意` : minAge > 18 ? `满${minAge}岁` : '',
    maxAge < 90 ? `${maxAge}岁以内` : '',
    skills,
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** 张**、李**等 17 人(含党员 6 人). */
export function goingWords({ neighbours, going, partyMembers }: ActivityView): string {
  const names = neighbours.join('、')
  return `${names}${going > neighbours.length ? '等' : ''} ${going} 人${partyMembers > 0 ? `(含党员 ${partyMembers} 人)` : ''}`
}
