import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { emit } from '../../../core/outbox'
import { fulfils } from '../policy'
import { viewAppeal } from '../queries'
import { setColumns } from '../repo'
import { recordStep } from '../step'
import { openAside, requireVisible } from '../surroundings'

/** Told when the city has it; no move, since the lead and the status stay. */
export const REFERRED = 'appeal.referred'

/**
 * Beyond the district: the hotline of the city gets the case, and its number is kept (domain rules 1.3, L4). The lead
 * stays who it is and reports what the city answers; the clock keeps running.
 */
export async function referAppeal(ctx: Ctx, input: Input<'appeal.refer'>): Promise<AppealView> {
  const { id, cityNumber, words } = input
  const { appeal: seen } = await requireVisible(ctx, id)
  if (seen.cityNumber === cityNumber && fulfils(ctx.actor, 'decide', seen)) {
    return viewAppeal(ctx, seen)
  }
  const { appeal } = await openAside(ctx, id, 'appeal.refer')
  const referred = await setColumns(ctx.db, id, { cityNumber, waitingFor: 'city' })
  const stepId = ctx.newId()
  const step = { action: 'appeal.refer', from: appeal.status, appeal: referred, stepId } as const
  await recordStep(ctx, { ...step, words, pictureIds: undefined })
  await emit(ctx, REFERRED, { id, stepId, holderCode: referred.holderCode }, `${REFERRED}:${id}`)
  return viewAppeal(ctx, referred)
}
