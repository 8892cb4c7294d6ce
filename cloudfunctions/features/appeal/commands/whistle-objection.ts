import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { forbidden } from '../../../core/errors'
import { decideWhistle, listWhistles, objectWhistle } from '../../whistle/queries'
import { fulfils } from '../policy'
import { viewAppeal } from '../queries'
import { lockAppeal, setColumns } from '../repo'
import { recordStep } from '../step'
import { requireVisible } from '../surroundings'

interface Objection {
  id: string
  whistleId: string
}

/** A department that was whistled for says: not ours. The case and the others go on. */
export async function objectToWhistle(
  ctx: Ctx,
  { id, whistleId, reason }: Objection & { reason: string },
): Promise<AppealView> {
  await lockAppeal(ctx.db, id)
  const { appeal } = await requireVisible(ctx, id)
  ctx.trail = { target: id, areaCode: appeal.areaCode }
  await objectWhistle(ctx, id, whistleId, reason)
  const step = { action: 'appeal.object', from: appeal.status, appeal, stepId: ctx.newId() } as const
  await recordStep(ctx, { ...step, words: reason, pictureIds: undefined })
  return viewAppeal(ctx, appeal)
}

/** The district decides whether the department must come. */
export async function decideWhistleObjection(
  ctx: Ctx,
  { id, whistleId, upheld, words }: Objection & { upheld: boolean; words: string },
): Promise<AppealView> {
  await lockAppeal(ctx.db, id)
  const { appeal } = await requireVisible(ctx, id)
  ctx.trail = { target: id, areaCode: appeal.areaCode }
  if (!fulfils(ctx.actor, 'decide', appeal)) {
    throw forbidden()
  }
  await decideWhistle(ctx, id, whistleId, upheld)
  const waits = (await listWhistles(ctx.db, id)).some(({ status }) => status === 'blown')
  const after = await setColumns(ctx.db, id, { waitingFor: waits ? 'department' : null })
  const step = {
    action: 'appeal.decideObjection',
    from: appeal.status,
    appeal: after,
    stepId: ctx.newId(),
  } as const
  await recordStep(ctx, { ...step, words, pictureIds: undefined })
  return viewAppeal(ctx, after)
}
