import type { Input } from '~/types/api'
import type { HelpView } from '~/types/help'
import type { Ctx } from '../../../core/context'
import { introduceFirst } from '../../me/queries'
import { viewHelp } from '../queries'
import { act, openForAct } from '../step'
import { pairedWith } from '../pairing'

/** 我来帮: the first one has it, and the two see each other's name. */
export async function takeHelp(ctx: Ctx, { id }: Input<'help.take'>): Promise<HelpView> {
  const { help, repeated } = await openForAct(ctx, id, 'help.take')
  if (repeated) {
    return viewHelp(ctx, help)
  }
  await introduceFirst(ctx, {})
  const set = await pairedWith(ctx, help, ctx.actor.user.id)
  return viewHelp(ctx, await act(ctx, { help, action: 'help.take', set }))
}
