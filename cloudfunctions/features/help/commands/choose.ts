import type { Input } from '~/types/api'
import type { HelpView } from '~/types/help'
import type { Ctx } from '../../../core/context'
import { notFound } from '../../../core/errors'
import { pairedWith } from '../pairing'
import { viewHelp } from '../queries'
import { act, openForAct } from '../step'

/** The asker takes one of those who offered. */
export async function chooseHelper(ctx: Ctx, { id, offerId }: Input<'help.choose'>): Promise<HelpView> {
  const { help, around, repeated } = await openForAct(ctx, id, 'help.choose')
  if (repeated) {
    return viewHelp(ctx, help)
  }
  const offer = around.offers.find((one) => one.id === offerId)
  if (offer === undefined) {
    throw notFound('位愿意帮忙的邻居')
  }
  const set = await pairedWith(ctx, help, offer.userId)
  return viewHelp(ctx, await act(ctx, { help, action: 'help.choose', set }))
}
