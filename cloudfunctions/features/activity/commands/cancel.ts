import type { MySignupView } from '~/types/activity'
import type { Input } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { cancelUntil } from '../can'
import { openSignup, requireStatus } from '../opening'
import { leave, readTerms } from '../places'
import { viewMySignup } from '../queries'

/** The place goes to the next who waits. Who waits or was offered a place may leave at any time. */
export async function cancelSignup(ctx: Ctx, { id }: Input<'activity.cancel'>): Promise<MySignupView> {
  const open = await openSignup(ctx, id, 'activity.cancel')
  if (open.signup.status === 'cancelled') {
    return viewMySignup(ctx, open.signup, open)
  }
  requireStatus(open.signup, 'activity.cancel')
  const terms = await readTerms(ctx)
  if (open.signup.status === 'going' && ctx.now > cancelUntil(open.shift, terms)) {
    throw conflict('too_late_to_cancel', '快开始了,不能自己取消了。去不了请打电话告诉联系人')
  }
  return viewMySignup(ctx, await leave(ctx, open.signup, 'activity.cancel'), open)
}
