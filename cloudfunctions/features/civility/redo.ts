import type { Redo } from '../../core/deletion'
import { lockReminder } from './repo'
import { takeBack } from './retraction'

/** What was withdrawn is not shown again; why it was is not known any more. */
export const redo = {
  async 'civility.withdrawn'(ctx, { target }) {
    const row = await lockReminder(ctx.db, target)
    if (row?.status === 'posted') {
      await takeBack(ctx, row, '已撤下')
    }
  },
} satisfies Redo
