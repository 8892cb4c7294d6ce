import type { Redo } from '../../core/deletion'
import { leaveVillage } from './leaving'
import { lockMember } from './repo'
import { partyWorkflow } from './workflow'

/** Who took back that they are a member here is none again. */
export const redo = {
  async 'party.left'(ctx, { target }) {
    const row = await lockMember(ctx.db, target)
    if (row !== undefined && partyWorkflow['party.leave'].from.includes(row.status)) {
      await leaveVillage(ctx, row)
    }
  },
} satisfies Redo
