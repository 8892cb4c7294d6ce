import { AGES } from '~/types/activity'
import type { ActivityInput } from '~/types/activity-api'
import type { Ctx } from '../../core/context'
import type { NewRow } from '../../core/schema'
import { attachPictures } from '../picture/queries'
import { expandShifts } from './expand'
import { replaceShifts } from './repo'

type Said = Omit<
  NewRow<'activity'>,
  'id' | 'areaCode' | 'status' | 'organiserId' | 'createdAt' | 'nextAt' | 'nextOverAt'
>

/** The columns of what the form says. */
export function columnsOf(ctx: Ctx, input: ActivityInput): Said {
  const { kind, title, words, place, contact, latitude = null, longitude = null, pictureId = null } = input
  return {
    kind,
    title,
    words,
    place,
    contact,
    latitude,
    longitude,
    pictureId,
    phoneEncrypted: ctx.secrets.encrypt(input.phone),
    bring: input.bring ?? '',
    skills: input.skills ?? '',
    minAge: input.minAge ?? AGES.adult,
    maxAge: input.maxAge ?? AGES.most,
    partyOnly: input.partyOnly ?? false,
    risky: input.risky ?? false,
    insurance: input.insurance ?? '',
  }
}

/** The shifts that the form asks for; INVALID at the field when one cannot be. */
export function planShifts(ctx: Ctx, input: ActivityInput) {
  const shifts = expandShifts(input, ctx.now)
  const [first] = shifts
  if (first === undefined) {
    throw new Error('no shift')
  }
  return { shifts, next: { nextAt: first.startsAt, nextOverAt: first.endsAt } }
}

export async function writeShifts(ctx: Ctx, activityId: string, shifts: ReturnType<typeof expandShifts>) {
  const rows = shifts.map((shift) => ({ ...shift, id: ctx.newId(), activityId }))
  await replaceShifts(ctx.db, activityId, rows)
}

/** Uses a picture that the caller has just uploaded; one that the activity had before stays. */
export async function takePicture(ctx: Ctx, pictureId: string | undefined, before: string | null = null) {
  if (pictureId !== undefined && pictureId !== before) {
    await attachPictures(ctx, [pictureId])
  }
}
