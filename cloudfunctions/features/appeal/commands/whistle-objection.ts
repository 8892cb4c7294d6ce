import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { forbidden } from '../../../core/errors'
import { decideWhistle, listWhistles, objectWhistle } from '../../whistle/queries'
import { fulfils } from '../policy'
import { viewAppeal } from '../queries'
import { lockAppeal, setColumns } from '../repo'
import { recordStep } from '../step'
import { requireVisible } from '../surroundings'
import { isOpen } from '../workflow'

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
  const { appeal, around } = await requireVisible(ctx, id)
  ctx.trail = { target: id, areaCode: appeal.areaCode }
  const before = around.whistles.find((whistle) => whistle.id === whistleId)
  if (before?.status === 'objected' && before.objectedBy === ctx.actor.user.id) {
    return viewAppeal(ctx, appeal)
  }
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
  const { appeal, around } = await requireVisible(ctx, id)
  ctx.trail = { target: id, areaCode: appeal.areaCode }
  if (!fulfils(ctx.actor, 'decide', appeal)) {
    throw forbidden()
  }
  const before = around.whistles.find((whistle) => whistle.id === whistleId)
  if (before?.decidedBy === ctx.actor.user.id && (before.status === 'dropped') === upheld) {
    return viewAppeal(ctx, appeal)
  }
  await decideWhistle(ctx, { appealId: id, id: whistleId, upheld, before: appeal.dueAt })
  const waits = (await listWhistles(ctx.db, id)).some(({ status }) => status === 'blown')
  const after = await setColumns(ctx.db, id, { waitingFor: waits && isOpen(appeal) ? 'department' : null })
  const step = {
    action: 'appeal.decideObjection',
    from: appeal.status,
    appeal: after,
    stepId: ctx.newId(),
  } as const
  await recordStep(ctx, { ...step, words, pictureIds: undefined })
  return viewAppeal(ctx, after)
}
