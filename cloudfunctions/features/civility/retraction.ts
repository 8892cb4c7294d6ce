import type { Ctx } from '../../core/context'
import { recordDeletion } from '../../core/deletion'
import { move } from '../../core/workflow'
import { untellGrid } from '../feed/queries'
import type { ReminderRow } from './policy'
import { REMINDED } from './queries'
import { civilityWorkflow } from './workflow'

type At = Pick<Ctx, 'db' | 'now' | 'newId'>

/** Takes a reminder out of the feed and out of what waits to be shared. It must be locked. */
export async function takeBack(ctx: At, row: ReminderRow, reason: string): Promise<ReminderRow> {
  const step = { table: 'civilityReminder', workflow: civilityWorkflow, action: 'civility.withdraw' } as const
  const next = await move(ctx, { ...step, row, set: { reason } })
  await untellGrid(ctx.db, `${REMINDED}:${row.id}`)
  await recordDeletion(ctx, { kind: 'civility.withdrawn', target: row.id })
  return next
}
