import type { Input } from '~/types/api'
import type { HelpView } from '~/types/help'
import type { Ctx } from '../../../core/context'
import { viewHelp } from '../queries'
import { act, openForAct } from '../step'

/** One of the two says that it is done; it is when both do. */
export async function confirmDone(ctx: Ctx, { id }: Input<'help.done'>): Promise<HelpView> {
  const { help, around, repeated } = await openForAct(ctx, id, 'help.done')
  if (repeated) {
    return viewHelp(ctx, help)
  }
  const both = help.askerDoneAt !== null || help.helperDoneAt !== null
  const mine = around.relation === 'own' ? { askerDoneAt: ctx.now } : { helperDoneAt: ctx.now }
  const set = both ? { ...mine, endedAt: ctx.now } : mine
  const to = both ? 'done' : 'confirming'
  return viewHelp(ctx, await act(ctx, { help, action: 'help.done', to, set }))
}
