import type { SettingName } from '~/types/setting'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row, RowUpdate } from '../../core/schema'

export type ProposalRow = Row<'settingProposal'>

/** The newest version of each setting. */
export function listNewest(db: DbOrTx, names: readonly SettingName[]): Promise<Row<'setting'>[]> {
  return db
    .selectFrom('setting')
    .selectAll()
    .distinctOn('name')
    .where('name', 'in', names)
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute()
}

export function getNewest(db: DbOrTx, name: SettingName): Promise<Row<'setting'>> {
  return db
    .selectFrom('setting')
    .selectAll()
    .where('name', '=', name)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

/** What waits for a second person, with the name of the first. */
export function listWaiting(db: DbOrTx, names: readonly SettingName[]) {
  return db
    .selectFrom('settingProposal')
    .innerJoin('appUser', 'appUser.id', 'settingProposal.proposedBy')
    .selectAll('settingProposal')
    .select('appUser.name as proposedByName')
    .where('settingProposal.name', 'in', names)
    .where('settingProposal.decidedAt', 'is', null)
    .execute()
}
export type WaitingRow = Awaited<ReturnType<typeof listWaiting>>[number]

/** The last of one person's proposals for each setting, where it was refused by another, with the name of that one. */
export function listRefused(db: DbOrTx, names: readonly SettingName[], userId: string) {
  return db
    .selectFrom('settingProposal')
    .innerJoin('appUser', 'appUser.id', 'settingProposal.decidedBy')
    .selectAll('settingProposal')
    .select('appUser.name as decidedByName')
    .distinctOn('settingProposal.name')
    .where('settingProposal.name', 'in', names)
    .where('settingProposal.proposedBy', '=', userId)
    .where('settingProposal.decidedBy', '<>', userId)
    .where('settingProposal.approved', '=', false)
    .orderBy('settingProposal.name')
    .orderBy('settingProposal.proposedAt', 'desc')
    .execute()
}
export type RefusedRow = Awaited<ReturnType<typeof listRefused>>[number]

export function lockProposal(db: DbOrTx, id: string): Promise<ProposalRow | undefined> {
  return db.selectFrom('settingProposal').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** False when another proposal for the same setting waits already. */
export async function insertProposal(db: DbOrTx, row: NewRow<'settingProposal'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('settingProposal')
    .values(row)
    .onConflict((oc) => oc.column('name').where('decidedAt', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateProposal(
  db: DbOrTx,
  id: string,
  set: RowUpdate<'settingProposal'>,
): Promise<void> {
  await db.updateTable('settingProposal').set(set).where('id', '=', id).execute()
}

/** False when that version exists already: a deployment was faster. */
export async function insertVersion(db: DbOrTx, row: NewRow<'setting'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('setting')
    .values(row)
    .onConflict((oc) => oc.columns(['name', 'version']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
