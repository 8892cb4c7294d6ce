import type { Ctx } from '../../core/context'
import { recordDeletion } from '../../core/deletion'
import type { Row } from '../../core/schema'
import { updateAssignment } from './repo'

interface End {
  /** Null when they are not known any more. */
  by: string | null
  reason: string
}

/** Takes a role back, if it is not over yet; the next call of its holder is refused. It must be locked. */
export async function endAssignment(
  ctx: Pick<Ctx, 'db' | 'now'>,
  { id, fromAt, toAt }: Row<'assignment'>,
  { by, reason }: End,
): Promise<void> {
  if (toAt === null || toAt > ctx.now) {
    // One that has not begun yet ends where it would have begun.
    const end = fromAt > ctx.now ? fromAt : ctx.now
    await updateAssignment(ctx.db, id, { toAt: end, endedBy: by, endReason: reason })
    await recordDeletion(ctx, { kind: 'assignment.ended', target: id, detail: by ?? '' })
  }
}
