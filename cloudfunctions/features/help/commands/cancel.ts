import type { Input } from '~/types/api'
import type { HelpView } from '~/types/help'
import type { Ctx } from '../../../core/context'
import { tellCalled } from '../calling'
import { openAgain } from '../pairing'
import { viewHelp } from '../queries'
import { act, openForAct } from '../step'

/** The asker no longer needs it; the helper who cannot come gives it back, and the neighbours are asked again. */
export async function cancelHelp(ctx: Ctx, { id, words }: Input<'help.cancel'>): Promise<HelpView> {
  const { help, around, repeated } = await openForAct(ctx, id, 'help.cancel')
  if (repeated) {
    return viewHelp(ctx, help)
  }
  const action = 'help.cancel'
  if (around.relation === 'helper') {
    const set = await openAgain(ctx, help)
    const back = await act(ctx, { help, action, to: 'open', set, words })
    await tellCalled(ctx, back)
    return viewHelp(ctx, back)
  }
  const set = { endedAt: ctx.now, widenAt: null, alertAt: null }
  return viewHelp(ctx, await act(ctx, { help, action, to: 'cancelled', set, words }))
}
