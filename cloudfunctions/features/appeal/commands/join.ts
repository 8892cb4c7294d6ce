import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { viewAppeal } from '../queries'
import { insertJoin } from '../rounds'
import { openAside, requireVisible } from '../surroundings'

/** 我也一样: joins instead of asking again, and is told what the first is told. Joining twice is joining once. */
export async function joinAppeal(ctx: Ctx, { id, words = '' }: Input<'appeal.join'>): Promise<AppealView> {
  const seen = await requireVisible(ctx, id)
  if (seen.around.joined) {
    return viewAppeal(ctx, seen.appeal)
  }
  const { appeal } = await openAside(ctx, id, 'appeal.join')
  await insertJoin(ctx.db, { appealId: id, userId: ctx.actor.user.id, words, at: ctx.now })
  return viewAppeal(ctx, appeal)
}
