import type { Input } from '~/types/api'
import type { HelpView } from '~/types/help'
import type { Ctx } from '../../../core/context'
import { conflict } from '../../../core/errors'
import { emit } from '../../../core/outbox'
import { closeReports } from '../beside'
import { viewHelp } from '../queries'
import { act, openForAct, recordStep } from '../step'
import { HELP_EVENTS, helpWorkflow } from '../workflow'

/** Staff writes down what was done about the reports, and takes the request down if it must not stand. */
export async function handleReports(
  ctx: Ctx,
  { id, words, remove = false }: Input<'help.handle'>,
): Promise<HelpView> {
  const { help, repeated } = await openForAct(ctx, id, 'help.handle')
  if (repeated) {
    return viewHelp(ctx, help)
  }
  await closeReports(ctx.db, id, { handledBy: ctx.actor.user.id, handledAt: ctx.now, outcome: words })
  const key = `${HELP_EVENTS.handled}:${ctx.newId()}`
  await emit(ctx, HELP_EVENTS.handled, { id, at: ctx.now.toISOString() }, key)
  if (!remove) {
    await recordStep(ctx, { help, action: 'help.handle', from: help.status, words })
    return viewHelp(ctx, help)
  }
  if (!helpWorkflow['help.handle'].from.includes(help.status)) {
    throw conflict('wrong_status', '这件事已经收起来了,不用再撤下')
  }
  const set = { endedAt: ctx.now, widenAt: null, alertAt: null }
  return viewHelp(ctx, await act(ctx, { help, action: 'help.handle', set, words }))
}
