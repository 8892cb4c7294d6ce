import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { viewAppeal } from '../queries'
import { findAppeal } from '../repo'

/** One case: whole for who submitted or handles it, masked for neighbours. */
export async function readAppeal(ctx: Ctx, { id }: Input<'appeal.info'>): Promise<AppealView> {
  return viewAppeal(ctx, await findAppeal(ctx.db, id))
}
