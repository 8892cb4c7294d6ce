import type { Input } from '~/types/api'
import type { AppealView } from '~/types/appeal'
import type { Ctx } from '../../../core/context'
import { viewAppeal } from '../queries'
import { insertThank } from '../ratings'
import { openAside, requireVisible } from '../surroundings'

/** A neighbour says thank you for what was done. Thanking twice is thanking once. */
export async function thankForAppeal(ctx: Ctx, { id }: Input<'appeal.thank'>): Promise<AppealView> {
  const seen = await requireVisible(ctx, id)
  if (seen.around.thanked) {
    return viewAppeal(ctx, seen.appeal)
  }
  const { appeal } = await openAside(ctx, id, 'appeal.thank')
  await insertThank(ctx.db, { appealId: id, userId: ctx.actor.user.id, at: ctx.now })
  return viewAppeal(ctx, appeal)
}
