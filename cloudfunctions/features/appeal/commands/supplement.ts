import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { contactAfter, tellSpoken } from '../contact'
import { fulfils } from '../policy'
import { viewAppeal } from '../queries'
import { setColumns } from '../repo'
import { recordStep } from '../step'
import { openAside } from '../surroundings'
import { isOpen } from '../workflow'

/**
 * Adds words and pictures; the case stays where it is. What who handles it says is told to the person; when it asks them
 * for something it waits for them, and what they add ends the waiting.
 */
export async function supplementAppeal(ctx: Ctx, input: Input<'appeal.supplement'>): Promise<AppealView> {
  const { id, words, pictureIds, voiceIds, asks = false } = input
  const { appeal } = await openAside(ctx, id, 'appeal.supplement')
  const own = fulfils(ctx.actor, 'own', appeal)
  const waits = asks && !own && isOpen(appeal)
  const came = own && appeal.waitingFor === 'citizen'
  const set = {
    ...(!own && isOpen(appeal) && contactAfter(appeal, 'appeal.supplement', words, ctx.now)),
    ...((waits || came) && { waitingFor: waits ? ('citizen' as const) : null }),
  }
  const after = Object.keys(set).length > 0 ? await setColumns(ctx.db, id, set) : appeal
  const stepId = ctx.newId()
  const step = {
    action: 'appeal.supplement',
    from: appeal.status,
    appeal: after,
    stepId,
  } as const
  await recordStep(ctx, { ...step, words, pictureIds, voiceIds })
  if (!own) {
    await tellSpoken(ctx, after, stepId, waits ? 'asks' : 'says')
  }
  return viewAppeal(ctx, after)
}
