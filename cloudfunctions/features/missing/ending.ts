import type { MissingStatus } from '~/types/missing'
import type { Ctx } from '../../core/context'
import { recordDeletion } from '../../core/deletion'
import { move } from '../../core/workflow'
import { endTelling } from '../broadcast/queries'
import { withdrawPictures } from '../picture/queries'
import type { MissingRow } from './repo'
import { readTerms } from './settings'
import { listSightings } from './sightings'
import { endMessage, keyOf } from './telling'
import { missingWorkflow, type MissingMove } from './workflow'

type At = Pick<Ctx, 'db' | 'now' | 'newId'>

interface End {
  action: MissingMove
  to: MissingStatus
}

/**
 * Ends a case, in the transaction of whoever says so: from this moment no grid is told any more, the photographs and
 * the numbers are gone from every view, and each grid that was told is going to hear of it once. The files follow by
 * the timer. The case must be locked.
 */
export async function endMissing(ctx: At, row: MissingRow, { action, to }: End): Promise<MissingRow> {
  const { wipe } = await readTerms(ctx)
  const sightings = await listSightings(ctx.db, row.id)
  const pictures = [row.pictureId, ...sightings.map(({ pictureId }) => pictureId)]
  const set = {
    endedAt: ctx.now,
    wipeAt: new Date(ctx.now.getTime() + wipe * 1000),
    contactPhone: null,
    pictureId: null,
    spreadAt: null,
    verifyDueAt: null,
  }
  const ended = await move(ctx, { table: 'missing', workflow: missingWorkflow, row, action, to, set })
  await ctx.db
    .updateTable('missingSighting')
    .set({ phone: null, pictureId: null })
    .where('missingId', '=', row.id)
    .execute()
  const last = endMessage(ended)
  if (row.ring !== null && last !== undefined) {
    await endTelling(ctx, keyOf(row), last)
  }
  await withdrawPictures(
    ctx.db,
    pictures.filter((id) => id !== null),
    ctx.now,
  )
  await recordDeletion(ctx, { kind: 'missing.ended', target: row.id, detail: to })
  return ended
}
