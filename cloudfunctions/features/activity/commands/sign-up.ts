import type { MySignupView } from '~/types/activity'
import type { Input } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { move } from '../../../core/workflow'
import { admit, chooseVolunteer, introduceFirst } from '../choosing'
import { claimPlace, type Claimed } from '../places'
import { viewMySignup } from '../queries'
import type { ActivityRow, ShiftRow } from '../repo'
import { findClash, insertSignup, type SignupRow } from '../signups'
import { requireShift } from '../visible'
import { signupWorkflow } from '../workflow'

/**
 * A place in a shift, or the end of its waiting list. The person is locked first and the shift last and for the
 * shortest time, since everybody who signs up waits for its row.
 */
export async function signUp(ctx: Ctx, input: Input<'activity.signUp'>): Promise<MySignupView> {
  const open = await requireShift(ctx, input.shiftId)
  const { shift, activity } = open
  await introduceFirst(ctx, input)
  const person = await chooseVolunteer(ctx, input)
  const { own, overlaps } = await findClash(ctx.db, person.id, shift)
  if (own !== undefined && !['cancelled', 'lapsed'].includes(own.status)) {
    ctx.trail = { target: own.id, areaCode: activity.areaCode }
    return viewMySignup(ctx, own, open)
  }
  requireOpen(ctx, activity, shift)
  const { guardian } = await admit(ctx, input, person, open)
  if (overlaps) {
    throw conflict('overlap', '这个时间已经报了别的活动,先取消那个再报')
  }
  const claimed = await claimPlace(ctx.db, shift.id)
  const signup = await take(ctx, { shift, claimed, own, volunteerId: person.id, guardian })
  ctx.trail = { target: signup.id, areaCode: activity.areaCode }
  return viewMySignup(ctx, signup, open)
}

function requireOpen(ctx: Ctx, activity: ActivityRow, shift: ShiftRow): void {
  if (activity.status !== 'published') {
    throw conflict('wrong_status', '这个活动现在不能报名')
  }
  if (shift.endsAt <= ctx.now) {
    throw conflict('shift_over', '这个时段已经过了,看看别的时段')
  }
}

interface Take {
  shift: ShiftRow
  claimed: Claimed
  own: SignupRow | undefined
  volunteerId: string
  guardian: boolean
}

function take(ctx: Ctx, { shift, claimed, own, volunteerId, guardian }: Take): Promise<SignupRow> {
  const status = claimed.got ? 'going' : 'waiting'
  const set = { place: claimed.place, userId: ctx.actor.user.id, signedAt: ctx.now, guardian }
  if (own !== undefined) {
    const action = 'activity.signUp'
    return move(ctx, { table: 'signup', workflow: signupWorkflow, row: own, action, to: status, set })
  }
  const { id: shiftId, activityId, startsAt, endsAt } = shift
  return insertSignup(ctx.db, {
    ...set,
    id: ctx.newId(),
    shiftId,
    activityId,
    volunteerId,
    status,
    startsAt,
    endsAt,
  })
}
