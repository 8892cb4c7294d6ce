import type { Input } from '~/types/api'
import type { MissingView } from '~/types/missing'
import type { Ctx } from '../../../core/context'
import { endMissing } from '../ending'
import { viewMissing } from '../queries'
import type { MissingRow } from '../repo'
import { openForAct, recordStep } from '../step'

/** It was no missing person, or it is not to be searched for any more; why is kept for those who lead. */
export async function cancelMissing(ctx: Ctx, { id, reason }: Input<'missing.cancel'>): Promise<MissingView> {
  const isThere = ({ status }: MissingRow) => status === 'cancelled'
  const { missing, repeated } = await openForAct(ctx, id, 'missing.cancel', isThere)
  if (repeated) {
    return viewMissing(ctx, missing)
  }
  const ended = await endMissing(ctx, missing, { action: 'missing.cancel', to: 'cancelled' })
  await recordStep(ctx, ended, 'missing.cancel', reason)
  return viewMissing(ctx, ended)
}
