import type { MySignupView } from '~/types/activity'
import type { Input } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { move } from '../../../core/workflow'
import { openSignup, requireStatus } from '../opening'
import { lockVolunteer } from '../people'
import { leave } from '../places'
import { viewMySignup } from '../queries'
import { findClash, lockSignup } from '../signups'
import { signupWorkflow } from '../workflow'

/** Says yes or no to a place that has become free, in time. */
export async function confirmPlace(
  ctx: Ctx,
  { id, accept }: Input<'activity.confirmPlace'>,
): Promise<MySignupView> {
  const action = 'activity.confirmPlace'
  const open = await openSignup(ctx, id, action)
  if (open.signup.status === (accept ? 'going' : 'cancelled')) {
    return viewMySignup(ctx, open.signup, open)
  }
  if (open.signup.status === 'lapsed') {
    throw conflict('offer_over', '等您回话的时间过了,名额给了下一位')
  }
  requireStatus(open.signup, action)
  if (!accept) {
    return viewMySignup(ctx, await leave(ctx, open.signup, action), open)
  }
  await lockVolunteer(ctx.db, open.signup.volunteerId)
  if ((await findClash(ctx.db, open.signup.volunteerId, open.shift)).overlaps) {
    throw conflict('overlap', '这个时间已经报了别的活动,先取消那个再来')
  }
  const row = await lockSignup(ctx.db, id)
  if (row.offeredUntil !== null && row.offeredUntil <= ctx.now) {
    throw conflict('offer_over', '等您回话的时间过了,名额给了下一位')
  }
  const set = { offeredUntil: null }
  const going = await move(ctx, { table: 'signup', workflow: signupWorkflow, row, action, to: 'going', set })
  return viewMySignup(ctx, going, open)
}
