import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'
import { uploadsOf } from '../../core/uploads'

export type VoiceRow = Row<'voice'>

export const { findOwn, attachOwn, listLoose, deleteLoose, countPreparedSince } = uploadsOf('voice')

export async function insertVoice(db: DbOrTx, row: NewRow<'voice'>): Promise<void> {
  await db.insertInto('voice').values(row).execute()
}

/** Completes a recording once; whoever comes second changes nothing, since the first may have been shown already. */
export async function updateUnfinished(db: DbOrTx, id: string, set: RowUpdate<'voice'>): Promise<void> {
  await db.updateTable('voice').set(set).where('id', '=', id).where('fileKey', 'is', null).execute()
}

export function findVoices(db: DbOrTx, ids: string[]): Promise<VoiceRow[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('voice').selectAll().where('id', 'in', ids).where('fileKey', 'is not', null).execute()
}
