import type { Input } from '~/types/api'
import type { MissingView } from '~/types/missing'
import type { Ctx } from '../../../core/context'
import { viewMissing } from '../queries'
import { readTerms } from '../settings'
import { act, openForAct } from '../step'
import { spread } from '../telling'

/** Goes on for the whole term from now; in frost or heat the rings hurry from this moment. */
export async function extendMissing(
  ctx: Ctx,
  { id, weather }: Input<'missing.extend'>,
): Promise<MissingView> {
  const { missing } = await openForAct(ctx, id, 'missing.extend')
  const { expire } = await readTerms(ctx)
  const expiresAt = new Date(ctx.now.getTime() + expire * 1000)
  const set = { expiresAt, ...(weather !== undefined && { weather }) }
  const extended = await act(ctx, { missing, action: 'missing.extend', set })
  return viewMissing(ctx, await spread(ctx, extended))
}
