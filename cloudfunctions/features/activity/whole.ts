import type { ActivityRowView, ActivityView, ShiftView } from '~/types/activity'
import type { AreaView } from '~/types/area'
import type { PictureView } from '~/types/picture'
import type { Actor } from '../../core/actor'
import type { Secrets } from '../../core/crypto'
import { maskName, surnameOf } from '../../core/masking'
import { activityOptions, cancelUntil, shiftOptions } from './can'
import { presentSignup, type Around } from './present'
import type { ActivityRow, ShiftRow } from './repo'
import type { SignupRow } from './signups'

export interface Whole {
  actor: Actor
  now: Date
  secrets: Secrets
  area: AreaView
  organiser: string
  picture: PictureView | undefined
  shifts: ShiftView[]
  going: { going: number; party: number; names: string[] }
  report: { pictures: PictureView[]; people: number; minutes: number } | undefined
}

const pointOf = ({ latitude, longitude }: ActivityRow) =>
  latitude !== null && longitude !== null ? { latitude, longitude } : {}

/** 张老师傅 would be too much: the organiser is known by the surname unless it is an office. */
const organiserName = (name: string) => (name === '' ? '网格' : `${surnameOf(name)}师傅`)

export function presentActivity(row: ActivityRow, whole: Whole): ActivityView {
  const { id, kind, title, words, status, place, bring, skills, contact, minAge, maxAge, partyOnly } = row
  const { picture, report, shifts, now } = whole
  const begun = shifts.some(({ startsAt }) => Date.parse(startsAt) <= now.getTime())
  return {
    id,
    kind,
    title,
    words,
    status,
    area: whole.area,
    place,
    ...pointOf(row),
    bring,
    skills,
    contact,
    phone: whole.secrets.decrypt(row.phoneEncrypted),
    minAge,
    maxAge,
    partyOnly,
    risky: row.risky,
    insurance: row.insurance,
    ...(picture !== undefined && { picture }),
    shifts,
    neighbours: whole.going.names.map(maskName),
    going: whole.going.going,
    partyMembers: whole.going.party,
    organiserName: organiserName(whole.organiser),
    reason: row.reason,
    ...(report !== undefined &&
      row.reportedAt !== null && {
        report: { words: row.report, at: row.reportedAt.toISOString(), ...report },
      }),
    can: activityOptions(whole.actor, row, now, begun),
  }
}

interface Line {
  shifts: ShiftRow[]
  areaName: string
  mine: boolean
  now: Date
}

export function presentActivityRow(row: ActivityRow, { shifts, areaName, mine, now }: Line): ActivityRowView {
  const { id, kind, title, status, place } = row
  const coming = shifts.filter(({ endsAt }) => endsAt > now)
  const next = coming[0] ?? shifts.at(-1)
  const capacity = coming.reduce((sum, shift) => sum + shift.capacity, 0)
  return {
    id,
    kind,
    title,
    status,
    areaName,
    place,
    startsAt: (next?.startsAt ?? row.nextAt).toISOString(),
    endsAt: (next?.endsAt ?? row.nextOverAt).toISOString(),
    shiftCount: coming.length,
    capacity,
    left: coming.reduce((sum, shift) => sum + shift.capacity - shift.taken, 0),
    ...pointOf(row),
    mine,
  }
}

export function presentShift(
  row: ShiftRow,
  activity: Parameters<typeof shiftOptions>[1],
  mine: SignupRow[],
  around: Around,
): ShiftView {
  return {
    id: row.id,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    capacity: row.capacity,
    left: row.capacity - row.taken,
    waiting: row.waiting,
    cancelUntil: cancelUntil(row, around.terms).toISOString(),
    mine: mine.map((signup) => presentSignup(signup, row, activity, around)),
    can: shiftOptions(around.actor, activity, row, around.now),
  }
}
