import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { release } from '../../whistle/queries'
import { viewAppeal } from '../queries'
import { recordStep } from '../step'
import { openAside, requireVisible } from '../surroundings'

/** 放行: the town lets a department go and says how useful it was. 事不完,人不走. */
export async function releaseFromAppeal(ctx: Ctx, input: Input<'appeal.release'>): Promise<AppealView> {
  const { id, whistleId, useful, words = '' } = input
  const { appeal, around } = await requireVisible(ctx, id)
  const before = around.whistles.find((whistle) => whistle.id === whistleId)
  if (before?.releasedBy === ctx.actor.user.id) {
    return viewAppeal(ctx, appeal)
  }
  await openAside(ctx, id, 'appeal.release')
  await release(ctx, id, whistleId, useful)
  const step = { action: 'appeal.release', from: appeal.status, appeal, stepId: ctx.newId() } as const
  await recordStep(ctx, { ...step, words, pictureIds: undefined })
  return viewAppeal(ctx, appeal)
}
