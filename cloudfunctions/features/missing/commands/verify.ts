import type { Input } from '~/types/api'
import type { MissingView } from '~/types/missing'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { isPolice, isPoliceFirst } from '../policy'
import { viewMissing } from '../queries'
import type { MissingRow } from '../repo'
import { act, openForAct } from '../step'
import { spread } from '../telling'

/**
 * Somebody has called the reporter and it is true: the neighbours are told at once. A minor, or somebody taken away
 * perhaps, goes to the police instead, and only the police begin the search.
 */
export async function verifyMissing(ctx: Ctx, input: Input<'missing.verify'>): Promise<MissingView> {
  const { id, words } = input
  const isThere = ({ status }: MissingRow) => status === 'searching' || status === 'with_police'
  const { missing, repeated } = await openForAct(ctx, id, 'missing.verify', isThere)
  if (repeated) {
    return viewMissing(ctx, missing)
  }
  const waits = isPoliceFirst(missing) && !isPolice(ctx.actor)
  if (waits && missing.status === 'with_police') {
    throw conflict('police_first', '已经交给公安,由公安确认以后再发动大家')
  }
  const corrected = {
    ...(input.looks !== undefined && input.looks !== '' && { looks: input.looks }),
    ...(input.place !== undefined && input.place !== '' && { place: input.place }),
    ...(input.weather !== undefined && { weather: input.weather }),
  }
  if (waits) {
    const handed = await act(ctx, {
      missing,
      action: 'missing.verify',
      to: 'with_police',
      set: corrected,
      words,
    })
    return viewMissing(ctx, handed)
  }
  const set = {
    ...corrected,
    verifiedAt: ctx.now,
    verifiedBy: ctx.actor.user.id,
    verifyDueAt: null,
    centreCode: missing.areaCode,
    centreLatitude: missing.latitude,
    centreLongitude: missing.longitude,
    centreAt: missing.lastSeenAt,
  }
  const searching = await act(ctx, { missing, action: 'missing.verify', to: 'searching', set, words })
  return viewMissing(ctx, await spread(ctx, searching))
}
