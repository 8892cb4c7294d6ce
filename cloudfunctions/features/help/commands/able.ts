import type { Input, Output } from '~/types/api'
import { areaCodeAt } from '~/types/area'
import type { Ctx } from '../../../core/context'
import { introduceFirst } from '../../me/queries'
import { conflict } from '../../../core/errors'
import { viewAbles } from '../able'
import { takeBackAble, upsertAble } from '../beside'

/** What the caller can do for neighbours and when; naming nothing takes it back. */
export async function sayAble(
  ctx: Ctx,
  { kinds, times, reach, words = '', name }: Input<'help.able'>,
): Promise<Output<'help.able'>> {
  const { user, membership } = ctx.actor
  ctx.trail = { target: user.id, areaCode: membership?.areaCode ?? '' }
  if (kinds.length === 0) {
    await takeBackAble(ctx, user.id)
    return { able: null }
  }
  if (membership === null || membership.assurance === 'self') {
    throw conflict('not_known_here', '请先从网格群里点开一次,或者请网格员确认您住在这里,再来登记')
  }
  await introduceFirst(ctx, { name })
  const able = await upsertAble(ctx.db, {
    userId: user.id,
    id: ctx.newId(),
    areaCode: membership.areaCode,
    reachCode: areaCodeAt(membership.areaCode, reach),
    kinds: [...new Set(kinds)],
    times: [...new Set(times)],
    words,
    at: ctx.now,
  })
  const [view] = await viewAbles(ctx, [able])
  return { able: view ?? null }
}
