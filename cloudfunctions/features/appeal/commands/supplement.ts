import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { fulfils } from '../policy'
import { viewAppeal } from '../queries'
import { setColumns } from '../repo'
import { recordStep } from '../step'
import { openAside } from '../surroundings'
import { isOpen } from '../workflow'

/**
 * Adds words and pictures; the case stays where it is. Who handles it may ask the person for something, and then waits
 * for them; what they add ends the waiting.
 */
export async function supplementAppeal(ctx: Ctx, input: Input<'appeal.supplement'>): Promise<AppealView> {
  const { id, words, pictureIds, voiceIds, asks = false } = input
  const { appeal } = await openAside(ctx, id, 'appeal.supplement')
  const own = fulfils(ctx.actor, 'own', appeal)
  const waits = asks && !own && isOpen(appeal)
  const came = own && appeal.waitingFor === 'citizen'
  const after =
    waits || came ? await setColumns(ctx.db, id, { waitingFor: waits ? 'citizen' : null }) : appeal
  const step = {
    action: 'appeal.supplement',
    from: appeal.status,
    appeal: after,
    stepId: ctx.newId(),
  } as const
  await recordStep(ctx, { ...step, words, pictureIds, voiceIds })
  return viewAppeal(ctx, after)
}
