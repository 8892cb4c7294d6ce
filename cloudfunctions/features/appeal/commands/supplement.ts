import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { fulfils } from '../policy'
import { viewAppeal } from '../queries'
import { setColumns } from '../repo'
import { recordStep } from '../step'
import { openAside } from '../surroundings'

/** Adds words and pictures; the case stays where it is. What the person was waited for has come then. */
export async function supplementAppeal(ctx: Ctx, input: Input<'appeal.supplement'>): Promise<AppealView> {
  const { id, words, pictureIds, voiceIds } = input
  const { appeal } = await openAside(ctx, id, 'appeal.supplement')
  const came = appeal.waitingFor === 'citizen' && fulfils(ctx.actor, 'own', appeal)
  const after = came ? await setColumns(ctx.db, id, { waitingFor: null }) : appeal
  const step = {
    action: 'appeal.supplement',
    from: appeal.status,
    appeal: after,
    stepId: ctx.newId(),
  } as const
  await recordStep(ctx, { ...step, words, pictureIds, voiceIds })
  return viewAppeal(ctx, after)
}
