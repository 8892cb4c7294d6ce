import type { MySignupView } from '~/types/activity'
import type { Input } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { move } from '../../../core/workflow'
import { openSignup, requireStatus } from '../opening'
import { readTerms } from '../places'
import { prove, type Proved } from '../presence'
import { viewMySignup } from '../queries'
import type { ShiftRow } from '../repo'
import { signupWorkflow } from '../workflow'

/** Somebody is there. Saying so again changes nothing. */
export async function checkIn(ctx: Ctx, { id, proof }: Input<'activity.checkIn'>): Promise<MySignupView> {
  const action = 'activity.checkIn'
  const open = await openSignup(ctx, id, action)
  const { signup, shift } = open
  const proved = prove(ctx, open, proof, await readTerms(ctx))
  if (signup.arrivedAt !== null) {
    return viewMySignup(ctx, signup, open)
  }
  requireStatus(signup, action)
  const { by: arrivedBy, lateBy } = proved
  const set = { arrivedAt: arrival(proved, shift), arrivedBy, lateBy }
  const row = await move(ctx, { table: 'signup', workflow: signupWorkflow, row: signup, action, set })
  return viewMySignup(ctx, row, open)
}

/** Who is ticked off when all is over was there from the start. */
function arrival({ at, by }: Proved, { startsAt, endsAt }: ShiftRow): Date {
  return by === 'list' && at >= endsAt ? startsAt : at
}
