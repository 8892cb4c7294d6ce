import type { Redo } from '../../core/deletion'
import { lockAnnouncement } from './repo'
import { takeBack } from './retraction'
import { announcementWorkflow } from './workflow'

/** What was withdrawn is told to nobody more; why it was is not known any more. */
export const redo = {
  async 'announcement.withdrawn'(ctx, { target }) {
    const row = await lockAnnouncement(ctx.db, target)
    if (row !== undefined && announcementWorkflow['announcement.withdraw'].from.includes(row.status)) {
      await takeBack(ctx, row, '已撤回')
    }
  },
} satisfies Redo
