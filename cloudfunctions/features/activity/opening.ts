import type { Ctx } from '../../core/context'
import { conflict, forbidden, notFound } from '../../core/errors'
import { findVolunteers } from './people'
import { findActivity, findShift, lockActivity, type ActivityRow, type ShiftRow } from './repo'
import { fulfils, fulfilsSignup } from './rules'
import { findSignup, type SignupRow } from './signups'
import { requireVisible } from './visible'
import { activityWorkflow, signupWorkflow, type ActivityMove, type SignupMove } from './workflow'

/** The activity, locked, for an act on it. NOT_FOUND for who may not see it, FORBIDDEN for the wrong person. */
export async function openActivity(ctx: Ctx, id: string, action: ActivityMove): Promise<ActivityRow> {
  const activity = await requireVisible(ctx, await lockActivity(ctx.db, id))
  ctx.trail = { target: id, areaCode: activity.areaCode }
  if (!fulfils(ctx.actor, activityWorkflow[action].rule, activity)) {
    throw forbidden()
  }
  return activity
}

export interface OpenSignup {
  signup: SignupRow
  shift: ShiftRow
  activity: ActivityRow
  /** The person it is for, if they use the program. */
  ofUser: string | null
}

/**
 * A sign-up for an act on it, not locked. For others than its people and the organiser there is none, so that nobody
 * learns who goes where.
 */
export async function openSignup(ctx: Ctx, id: string, action: SignupMove): Promise<OpenSignup> {
  const signup = await findSignup(ctx.db, id)
  const activity = signup && (await findActivity(ctx.db, signup.activityId))
  const shift = signup && (await findShift(ctx.db, signup.shiftId))
  if (signup === undefined || activity === undefined || shift === undefined) {
    throw notFound('个报名')
  }
  const person = (await findVolunteers(ctx.db, [signup.volunteerId])).get(signup.volunteerId)
  const ofUser = person?.userId ?? null
  const may = (rule: Parameters<typeof fulfilsSignup>[1]) =>
    fulfilsSignup(ctx.actor, rule, { userId: signup.userId, ofUser }, activity)
  if (!may('present')) {
    throw notFound('个报名')
  }
  ctx.trail = { target: id, areaCode: activity.areaCode }
  if (!may(signupWorkflow[action].rule)) {
    throw forbidden('这是别人的报名,请他自己来办')
  }
  return { signup, shift, activity, ofUser }
}

/** CONFLICT wrong_status unless the workflow allows the act from here. */
export function requireStatus(signup: SignupRow, action: SignupMove): void {
  if (!signupWorkflow[action].from.includes(signup.status)) {
    throw conflict('wrong_status', '这个报名的情况已经变了,请刷新看看')
  }
}
