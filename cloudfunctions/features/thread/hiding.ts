import type { Ctx } from '../../core/context'
import { recordDeletion } from '../../core/deletion'
import { takePlace, updatePost, type PostRow } from './repo'
import { closeReports } from './reports'

type At = Pick<Ctx, 'db' | 'now'>

/** Hides a post from everybody but its author and the staff, and closes its reports. It must be locked. */
export async function hide(
  ctx: At,
  { id, threadId }: PostRow,
  { by, words }: { by: string; words: string },
): Promise<PostRow> {
  const { db, now } = ctx
  await closeReports(db, id, { handledBy: by, handledAt: now, outcome: words || '本人撤回' })
  const hidden = await updatePost(db, id, {
    ...{ hiddenBy: by, hiddenAt: now, hiddenWhy: words },
    seq: await takePlace(db, threadId, 0),
  })
  await recordDeletion(ctx, { kind: 'thread.hidden', target: id, detail: by })
  return hidden
}
