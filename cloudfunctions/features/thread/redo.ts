import type { Redo } from '../../core/deletion'
import { hide } from './hiding'
import { lockPost } from './repo'

/** What was hidden is hidden again; why it was is not known any more. */
export const redo = {
  async 'thread.hidden'(ctx, { target, detail: by }) {
    const post = await lockPost(ctx.db, target)
    if (post !== undefined && post.hiddenAt === null) {
      // Who hid it may have come after the backup; somebody must be named.
      const known = await ctx.db.selectFrom('appUser').select('id').where('id', '=', by).executeTakeFirst()
      const own = by === post.userId || known === undefined
      await hide(ctx, post, { by: known?.id ?? post.userId, words: own ? '' : '不适合大家看' })
    }
  },
} satisfies Redo
