import type { Ctx } from '../../core/context'
import { recordDeletion } from '../../core/deletion'
import { move } from '../../core/workflow'
import type { MemberRow } from './repo'
import { partyWorkflow } from './workflow'

/** The member ends the own registration. It must be locked. */
export async function leaveVillage(
  ctx: Pick<Ctx, 'db' | 'now' | 'newId'>,
  row: MemberRow,
): Promise<MemberRow> {
  const step = { table: 'partyMember', workflow: partyWorkflow, action: 'party.leave' } as const
  const left = await move(ctx, { ...step, row })
  await recordDeletion(ctx, { kind: 'party.left', target: row.id })
  return { ...row, ...left }
}
