import type { Input } from '~/types/api'
import type { AwardView } from '~/types/points'
import type { Ctx } from '../../../core/context'
import { publishedUntil } from '../publication'
import { act, openAward, viewAward, type Opened } from '../step'
import { readLimits } from '../terms'

/** The second person agrees; the village may look at it from now on. */
export async function approveAward(ctx: Ctx, { id }: Input<'points.approve'>): Promise<AwardView> {
  const isDone = ({ award }: Opened) => award.decidedBy === ctx.actor.user.id && award.status !== 'refused'
  const { award, repeated } = await openAward(ctx, id, 'points.approve', isDone)
  if (repeated) {
    return viewAward(ctx, award)
  }
  return act(ctx, award, 'points.approve', {
    decidedBy: ctx.actor.user.id,
    decidedAt: ctx.now,
    publishedUntil: publishedUntil(ctx.now, await readLimits(ctx)),
  })
}
