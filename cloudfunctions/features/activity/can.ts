import type { ActivityView, RosterRowView, ShiftView, SignupAction } from '~/types/activity'
import type { Actor } from '../../core/actor'
import { nextActions } from '../../core/workflow'
import { organises } from './policy'
import type { ActivityRow, ShiftRow } from './repo'
import { fulfils, fulfilsSignup } from './rules'
import { activityWorkflow, signupWorkflow } from './workflow'

/** Seconds; the setting `activity.terms`. */
export interface Terms {
  cancel: number
  confirm: number
  early: number
  deliver: number
}
type Signup = Parameters<typeof fulfilsSignup>[2] & { status: RosterRowView['status'] }
type OfActivity = Pick<ActivityRow, 'areaCode' | 'organiserId' | 'status'>
type Times = Pick<ShiftRow, 'startsAt' | 'endsAt'>

/** Until when somebody may cancel. */
export const cancelUntil = ({ startsAt }: Times, terms: Terms) =>
  new Date(startsAt.getTime() - terms.cancel * 1000)
/** From when somebody may check in. */
export const checkInFrom = ({ startsAt }: Times, terms: Terms) =>
  new Date(startsAt.getTime() - terms.early * 1000)
/** How long after the shift its people may still check in or out, in milliseconds. */
const AFTER_MS = 2 * 3_600_000
export const checkUntil = ({ endsAt }: Times) => new Date(endsAt.getTime() + AFTER_MS)

export function activityOptions(actor: Actor, activity: ActivityRow, now: Date, begun: boolean) {
  const next = nextActions(activityWorkflow, activity.status, (rule) => fulfils(actor, rule, activity))
  const over = activity.nextOverAt <= now
  return next.filter((action) => {
    if (action === 'activity.report') {
      return begun
    }
    return action !== 'activity.callOff' || !over
  }) satisfies ActivityView['can']
}

export function shiftOptions(actor: Actor, activity: OfActivity, shift: Times, now: Date): ShiftView['can'] {
  const can: ShiftView['can'] = []
  const open = activity.status === 'published'
  if (open && now < shift.endsAt) {
    can.push('activity.signUp')
  }
  if (organises(actor, activity)) {
    can.push('activity.roster')
    if (open && now < checkUntil(shift)) {
      can.push('activity.code')
    }
    if (now >= shift.startsAt) {
      can.push('activity.confirmHours')
    }
  }
  return can
}

/** What the person can do now about their sign-up. */
export function signupOptions(
  actor: Actor,
  signup: Signup,
  activity: OfActivity,
  shift: Times,
  { now, terms }: { now: Date; terms: Terms },
): SignupAction[] {
  const next = nextActions(signupWorkflow, signup.status, (rule) =>
    rule === 'organise' ? false : fulfilsSignup(actor, rule, signup, activity),
  )
  return next.flatMap((action): SignupAction[] => {
    switch (action) {
      case 'activity.cancel':
        return signup.status !== 'going' || now <= cancelUntil(shift, terms) ? [action] : []
      case 'activity.checkIn':
      case 'activity.checkOut':
        return now >= checkInFrom(shift, terms) && now < checkUntil(shift) ? [action] : []
      case 'activity.confirmPlace':
        return [action]
      default:
        return []
    }
  })
}
