import { sql } from 'kysely'
import type { ActivityView, MySignupView, ShiftView } from '~/types/activity'
import type { ActivityInput } from '~/types/activity-api'
import type { Input } from '~/types/api'
import { codeAt } from '~/cloudfunctions/features/activity/proof'
import { createSecrets } from '~/cloudfunctions/core/crypto'
import type { District, Person } from '../../support/district'

export const HOUR_MS = 3_600_000
export const MINUTE_MS = 60_000
/** The key of the test district. */
const secrets = createSecrets(Buffer.alloc(32, 7).toString('base64'))

/** A shift that begins so many hours from now. */
export const shiftIn = (district: District, hours: number, { long = 2, capacity = 2 } = {}) => ({
  startsAt: new Date(district.clock.now().getTime() + hours * HOUR_MS).toISOString(),
  endsAt: new Date(district.clock.now().getTime() + (hours + long) * HOUR_MS).toISOString(),
  capacity,
})

export const FORM = {
  kind: 'snow',
  title: '雪后清扫村主路',
  words: '路上滑,大家一起扫一扫,老人出门也放心。',
  place: '村委会门口',
  bring: '带一把铁锹',
  contact: '李师傅',
  phone: '19900002222',
} as const satisfies Partial<ActivityInput>

/** The form, for tomorrow at this time unless the shifts are named. */
export function formOf(
  district: District,
  more: Partial<Input<'activity.create'>> = {},
): Input<'activity.create'> {
  const when = more.repeat === undefined ? { shifts: [shiftIn(district, 24)] } : {}
  return { ...FORM, ...when, ...more }
}

/** An activity published by its worker. */
export function publish(
  district: District,
  worker: Person,
  more: Partial<Input<'activity.create'>> = {},
): Promise<ActivityView> {
  return worker.call('activity.create', formOf(district, { areaCode: worker.areaCode, ...more }))
}

export const firstShift = ({ shifts }: ActivityView): ShiftView => shifts[0] as ShiftView

/** Signs a person up for the first shift. */
export const signUp = (
  person: Person,
  activity: ActivityView,
  more: Partial<Input<'activity.signUp'>> = {},
): Promise<MySignupView> => person.call('activity.signUp', { shiftId: firstShift(activity).id, ...more })

/** The code that the organiser shows at that moment. */
export const codeOf = (shiftId: string, at: Date) => codeAt(secrets, shiftId, at).code

/** How the sign-up of a person stands. */
export async function statusOf({ db }: District, signupId: string): Promise<string> {
  return (await db.selectFrom('signup').select('status').where('id', '=', signupId).executeTakeFirstOrThrow())
    .status
}

/** The words on the tags of what a person was told, oldest first. */
export async function noticesOf(person: Person): Promise<string[]> {
  return (await person.call('notice.list', {})).items.map(({ label }) => label).reverse()
}

/** Moves a shift so that it begins so many hours from now, with its sign-ups. */
export async function moveShift({ db, clock }: District, shiftId: string, hours: number): Promise<void> {
  const shift = await db.selectFrom('shift').selectAll().where('id', '=', shiftId).executeTakeFirstOrThrow()
  const startsAt = new Date(clock.now().getTime() + hours * HOUR_MS)
  const endsAt = new Date(startsAt.getTime() + shift.endsAt.getTime() - shift.startsAt.getTime())
  await db.updateTable('shift').set({ startsAt, endsAt }).where('id', '=', shiftId).execute()
  const during = sql<string>`tstzrange(${startsAt}, ${endsAt})`
  const volunteers = db.selectFrom('signup').select('volunteerId').where('shiftId', '=', shiftId)
  // Whoever was moved to the same time before is in nobody's way.
  await db
    .updateTable('signup')
    .set({ during: sql<string>`'empty'::tstzrange` })
    .where('volunteerId', 'in', volunteers)
    .where('shiftId', '<>', shiftId)
    .execute()
  await db.updateTable('signup').set({ during }).where('shiftId', '=', shiftId).execute()
  const next = { nextAt: startsAt, nextOverAt: endsAt }
  await db.updateTable('activity').set(next).where('id', '=', shift.activityId).execute()
}
