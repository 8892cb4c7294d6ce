import type { Input } from '~/types/api'
import type { HelpView } from '~/types/help'
import type { Ctx } from '../../../core/context'
import { viewHelp } from '../queries'
import { setColumns } from '../repo'
import { openForAct, recordStep } from '../step'

/** Staff looks after a request that nobody takes; the next level need not be called. It stays open for neighbours. */
export async function attendHelp(ctx: Ctx, { id }: Input<'help.attend'>): Promise<HelpView> {
  const { help, repeated } = await openForAct(ctx, id, 'help.attend')
  if (repeated) {
    return viewHelp(ctx, help)
  }
  const set = { attendedBy: ctx.actor.user.id, attendedAt: ctx.now, alertAt: null }
  const attended = await setColumns(ctx.db, id, set)
  await recordStep(ctx, { help: attended, action: 'help.attend', from: help.status })
  return viewHelp(ctx, attended)
}
