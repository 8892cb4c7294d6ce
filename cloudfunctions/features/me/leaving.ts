import type { Ctx } from '../../core/context'
import { recordDeletion } from '../../core/deletion'
import { KEEPERS } from './keepers'
import { removeUser } from './repo'

/** Takes the caller out of every feature and then out of the program. */
export async function letGo(ctx: Ctx): Promise<void> {
  const { id } = ctx.actor.user
  for (const keeper of KEEPERS) {
    await keeper.forget(ctx)
  }
  await removeUser(ctx.db, id, ctx.now)
  await recordDeletion(ctx, { kind: 'me.removed', target: id })
}
