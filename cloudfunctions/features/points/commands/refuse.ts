import type { Input } from '~/types/api'
import type { AwardView } from '~/types/points'
import type { Ctx } from '../../../core/context'
import { act, openAward, viewAward, type Opened } from '../step'

/** The second person does not agree, or who proposed takes it back. */
export async function refuseAward(ctx: Ctx, { id, reason }: Input<'points.refuse'>): Promise<AwardView> {
  const isDone = ({ award }: Opened) => award.decidedBy === ctx.actor.user.id && award.status === 'refused'
  const { award, repeated } = await openAward(ctx, id, 'points.refuse', isDone)
  if (repeated) {
    return viewAward(ctx, award)
  }
  ctx.trail.reason = reason
  return act(ctx, award, 'points.refuse', { decidedBy: ctx.actor.user.id, decidedAt: ctx.now, reason })
}
