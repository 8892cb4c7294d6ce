import type { MySignupView } from '~/types/activity'
import type { Input } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { move } from '../../../core/workflow'
import { openSignup, requireStatus } from '../opening'
import { readTerms } from '../places'
import { prove } from '../presence'
import { viewMySignup } from '../queries'
import { signupWorkflow } from '../workflow'

/** Somebody goes home. Who never says so was there until the end of the shift. */
export async function checkOut(ctx: Ctx, { id, proof }: Input<'activity.checkOut'>): Promise<MySignupView> {
  const action = 'activity.checkOut'
  const open = await openSignup(ctx, id, action)
  const { signup, shift } = open
  const { at, by, lateBy } = prove(ctx, open, proof, await readTerms(ctx))
  if (signup.leftAt !== null) {
    return viewMySignup(ctx, signup, open)
  }
  requireStatus(signup, action)
  const left = by === 'list' && at > shift.endsAt ? shift.endsAt : at
  const leftAt = signup.arrivedAt !== null && signup.arrivedAt > left ? signup.arrivedAt : left
  const set = { leftAt, lateBy: Math.max(signup.lateBy, lateBy) }
  const row = await move(ctx, { table: 'signup', workflow: signupWorkflow, row: signup, action, set })
  return viewMySignup(ctx, row, open)
}
