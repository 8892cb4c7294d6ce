import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { viewAppeal } from '../queries'
import { findAppeal } from '../repo'
import { noteView } from '../viewing'

/** One case: whole for who submitted or handles it, masked for neighbours. Staff who look leave their trace. */
export async function readAppeal(ctx: Ctx, { id }: Input<'appeal.info'>): Promise<AppealView> {
  const view = await viewAppeal(ctx, await findAppeal(ctx.db, id))
  if (view.relation === 'staff') {
    await noteView(ctx, id)
  }
  return view
}
