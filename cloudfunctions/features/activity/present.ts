import type { MySignupView, SignupView } from '~/types/activity'
import type { Actor } from '../../core/actor'
import { signupOptions, type Terms } from './can'
import type { Volunteer } from './people'
import type { ActivityRow, ShiftRow } from './repo'
import type { SignupRow } from './signups'

/** What is known around the sign-ups that are shown. */
export interface Around {
  actor: Actor
  now: Date
  terms: Terms
  volunteers: Map<string, Volunteer>
  lines: Map<string, number>
  minutes: Map<string, number>
}
type OfActivity = Pick<ActivityRow, 'areaCode' | 'organiserId' | 'status'>
type Times = Pick<ShiftRow, 'startsAt' | 'endsAt'>

const iso = (at: Date) => at.toISOString()

export function presentSignup(
  row: SignupRow,
  shift: Times,
  activity: OfActivity,
  around: Around,
): SignupView {
  const { id, shiftId, status, offeredUntil, arrivedAt, leftAt } = row
  const person = around.volunteers.get(row.volunteerId)
  const line = around.lines.get(id)
  const counted = around.minutes.get(id)
  const signup = { userId: row.userId, status, ofUser: person?.userId ?? null }
  return {
    id,
    shiftId,
    name: person?.name ?? '',
    self: person?.userId === around.actor.user.id,
    status,
    ...(status === 'waiting' && line !== undefined && { inLine: line }),
    ...(offeredUntil !== null && { offeredUntil: iso(offeredUntil) }),
    ...(arrivedAt !== null && { arrivedAt: iso(arrivedAt) }),
    ...(leftAt !== null && { leftAt: iso(leftAt) }),
    ...(counted !== undefined && { minutes: counted }),
    can: signupOptions(around.actor, signup, activity, shift, around),
  }
}

/** The parts of an activity that stand beside a sign-up of it. */
export type Beside = Pick<MySignupView, 'activityId' | 'title' | 'kind' | 'areaName' | 'place'>

export function presentMySignup(view: SignupView, shift: Times, beside: Beside): MySignupView {
  return { ...view, ...beside, startsAt: iso(shift.startsAt), endsAt: iso(shift.endsAt) }
}
