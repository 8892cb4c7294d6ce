import type { Redo } from '../../core/deletion'
import { endAssignment } from './ending'
import { lockAssignment } from './repo'

/** Whose role was taken back does not get it again; why it was is not known any more. */
export const redo = {
  async 'assignment.ended'(ctx, { target, detail }) {
    const row = await lockAssignment(ctx.db, target)
    if (row !== undefined) {
      // Who ended it may have come after the backup.
      const by = await ctx.db.selectFrom('appUser').select('id').where('id', '=', detail).executeTakeFirst()
      await endAssignment(ctx, row, { by: by?.id ?? null, reason: '' })
    }
  },
} satisfies Redo
