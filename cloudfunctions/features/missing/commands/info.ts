import type { Input } from '~/types/api'
import type { MissingView } from '~/types/missing'
import type { Ctx } from '../../../core/context'
import { viewMissing } from '../queries'
import { findMissing } from '../repo'
import { noteOpening } from '../sightings'
import { requireRelation } from '../step'

/** One case. Who opens it while it is searched for is counted, under a mark that leads to nobody. */
export async function readMissing(ctx: Ctx, { id }: Input<'missing.info'>): Promise<MissingView> {
  const { missing, relation } = requireRelation(ctx, await findMissing(ctx.db, id))
  if (missing.status === 'searching' && relation !== 'staff') {
    const opener = ctx.secrets.keyedHash('missing-opening', `${id} ${ctx.actor.user.id}`)
    await noteOpening(ctx.db, id, opener)
  }
  return viewMissing(ctx, missing)
}
