import type { Input } from '~/types/api'
import type { HelpView } from '~/types/help'
import type { Ctx } from '../../../core/context'
import { insertThank } from '../beside'
import { viewHelp } from '../queries'
import { openForAct, recordStep } from '../step'

/** Thanks for the other; the neighbours read them when both want it. Told by the check of the words (check.ts). */
export async function thankForHelp(ctx: Ctx, { id, words, shared }: Input<'help.thank'>): Promise<HelpView> {
  const { help, repeated } = await openForAct(ctx, id, 'help.thank')
  if (repeated) {
    return viewHelp(ctx, help)
  }
  const said = { helpId: id, userId: ctx.actor.user.id, words, shared, at: ctx.now }
  await insertThank(ctx.db, { ...said, id: ctx.newId() })
  await recordStep(ctx, { help, action: 'help.thank', from: help.status })
  return viewHelp(ctx, help)
}
