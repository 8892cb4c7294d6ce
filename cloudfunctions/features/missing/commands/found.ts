import type { Input } from '~/types/api'
import type { MissingView } from '~/types/missing'
import type { Ctx } from '../../../core/context'
import { endMissing } from '../ending'
import { viewMissing } from '../queries'
import type { MissingRow } from '../repo'
import { openForAct, recordStep } from '../step'

/** One tap: the person is found. Everything stops, and whoever was told hears of it once. */
export async function findPerson(ctx: Ctx, { id, finding }: Input<'missing.found'>): Promise<MissingView> {
  const isThere = ({ status }: MissingRow) => status === finding
  const { missing, repeated } = await openForAct(ctx, id, 'missing.found', isThere)
  if (repeated) {
    return viewMissing(ctx, missing)
  }
  const ended = await endMissing(ctx, missing, { action: 'missing.found', to: finding })
  await recordStep(ctx, ended, 'missing.found')
  return viewMissing(ctx, ended)
}
