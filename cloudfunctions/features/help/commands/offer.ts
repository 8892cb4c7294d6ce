import type { Input } from '~/types/api'
import type { HelpView } from '~/types/help'
import type { Ctx } from '../../../core/context'
import { emit } from '../../../core/outbox'
import { introduceFirst } from '../../me/queries'
import { upsertOffer } from '../beside'
import { viewHelp } from '../queries'
import { openForAct, recordStep } from '../step'
import { HELP_EVENTS } from '../workflow'

/** 我可以帮: one of those among whom the asker chooses. */
export async function offerHelp(ctx: Ctx, { id, words = '' }: Input<'help.offer'>): Promise<HelpView> {
  const { help, repeated } = await openForAct(ctx, id, 'help.offer')
  if (repeated) {
    return viewHelp(ctx, help)
  }
  await introduceFirst(ctx, {})
  const offerId = ctx.newId()
  await upsertOffer(ctx.db, { id: offerId, helpId: id, userId: ctx.actor.user.id, words, at: ctx.now })
  await emit(ctx, HELP_EVENTS.offered, { id }, `${HELP_EVENTS.offered}:${offerId}`)
  await recordStep(ctx, { help, action: 'help.offer', from: help.status, words })
  return viewHelp(ctx, help)
}
