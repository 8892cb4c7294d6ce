import type { Db } from '~/cloudfunctions/core/db'

/** Takes a setting back to a version, so that nothing stays in force for the files that follow. */
export async function backTo(db: Db, name: string, version: number): Promise<void> {
  await db.deleteFrom('settingProposal').execute()
  await db.deleteFrom('setting').where('name', '=', name).where('version', '>', version).execute()
}
