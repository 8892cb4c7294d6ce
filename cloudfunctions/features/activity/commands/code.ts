import type { Input, Output } from '~/types/api'
import type { Ctx } from '../../../core/context'
import { codeAt } from '../proof'
import { requireOrganised } from '../roster'

/** The code of this minute, which the organiser shows to those who have come. */
export async function showCode(
  ctx: Ctx,
  { shiftId }: Input<'activity.code'>,
): Promise<Output<'activity.code'>> {
  const { shift } = await requireOrganised(ctx, shiftId)
  const { code, until } = codeAt(ctx.secrets, shift.id, ctx.now)
  return { code, until: until.toISOString() }
}
