import type { Ctx } from '../../core/context'
import { recordDeletion } from '../../core/deletion'
import type { AnnouncementRow } from './repo'
import { act } from './step'
import { endSeries } from './repeats'
import { tellWithdrawn } from './telling'

type At = Pick<Ctx, 'db' | 'now' | 'newId'>

/**
 * Nobody more is told from this moment; exactly those who were told hear that it is withdrawn. With the same words it does
 * not come again. It must be locked.
 */
export async function takeBack(ctx: At, row: AnnouncementRow, reason: string): Promise<AnnouncementRow> {
  const withdrawn = await act(ctx, row, 'announcement.withdraw', { set: { reason } })
  await endSeries(ctx, row)
  if (row.status === 'published') {
    await tellWithdrawn(ctx, withdrawn)
  }
  await recordDeletion(ctx, { kind: 'announcement.withdrawn', target: row.id })
  return withdrawn
}
