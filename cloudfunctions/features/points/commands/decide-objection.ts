import type { Input } from '~/types/api'
import type { AwardView } from '~/types/points'
import type { Ctx } from '../../../core/context'
import { updateObjection } from '../repo'
import { act, openAward, viewAward, type Opened } from '../step'

/** Upheld: the award is dropped. Not upheld: it counts when the publication is over, at once if it is already. */
export async function decideAwardObjection(
  ctx: Ctx,
  { id, upheld, words }: Input<'points.decideObjection'>,
): Promise<AwardView> {
  const isDone = ({ award, objection }: Opened) =>
    award.status !== 'objected' && objection?.decidedBy === ctx.actor.user.id && objection.upheld === upheld
  const { award, objection, repeated } = await openAward(ctx, id, 'points.decideObjection', isDone)
  if (repeated) {
    return viewAward(ctx, award)
  }
  ctx.trail.reason = words
  const set = upheld ? { reason: words } : {}
  const view = await act(ctx, award, 'points.decideObjection', set, upheld ? 'dropped' : 'published')
  const decided = { upheld, words, decidedBy: ctx.actor.user.id, decidedAt: ctx.now }
  await updateObjection(ctx.db, objection?.id ?? '', decided)
  return { ...view, ...(view.objection && { objection: { ...view.objection, upheld, words } }) }
}
