import type { MissingStatus } from '~/types/missing'
import type { Redo, RedoCtx } from '../../core/deletion'
import { endMissing } from './ending'
import { lockMissing, type MissingRow } from './repo'
import { wipeMissing } from './wiping'
import { isOpen, type MissingMove } from './workflow'

const MOVES: Partial<Record<MissingStatus, MissingMove>> = {
  cancelled: 'missing.cancel',
  expired: 'missing.expire',
}

async function endAgain(ctx: RedoCtx, id: string, to: MissingStatus): Promise<MissingRow | undefined> {
  const row = await lockMissing(ctx.db, id)
  return row !== undefined && isOpen(row)
    ? endMissing(ctx, row, { action: MOVES[to] ?? 'missing.found', to })
    : row
}

/** Nobody is searched for who was found, no picture of them comes back, and what was wiped is wiped. */
export const redo = {
  async 'missing.ended'(ctx, { target, detail }) {
    await endAgain(ctx, target, detail as MissingStatus)
  },
  async 'missing.wiped'(ctx, { target }) {
    const row = await endAgain(ctx, target, 'expired')
    if (row !== undefined && row.wipedAt === null) {
      await wipeMissing(ctx, row)
    }
  },
} satisfies Redo
