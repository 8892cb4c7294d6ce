import type { Input } from '~/types/api'
import type { CivilityView } from '~/types/civility'
import type { Ctx } from '../../../core/context'
import { viewReminder } from '../queries'
import { findReminder } from '../repo'

export async function readReminder(ctx: Ctx, { id }: Input<'civility.info'>): Promise<CivilityView> {
  return viewReminder(ctx, await findReminder(ctx.db, id))
}
