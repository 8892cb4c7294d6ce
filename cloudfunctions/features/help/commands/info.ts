import type { Input } from '~/types/api'
import type { HelpView } from '~/types/help'
import type { Ctx } from '../../../core/context'
import { viewHelp } from '../queries'
import { findHelp } from '../repo'

/** One request: whole for the two, masked for neighbours. */
export async function readHelp(ctx: Ctx, { id }: Input<'help.info'>): Promise<HelpView> {
  return viewHelp(ctx, await findHelp(ctx.db, id))
}
