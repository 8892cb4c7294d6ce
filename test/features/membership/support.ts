import type { District } from '../../support/district'
import { putInLedger } from '../../support/ledger'

/** Somebody behind a door of their own whom nobody in the program is; returns who of the ledger it is. */
export async function unlinked(
  district: District,
  areaCode: string,
  { door, ...more }: { door?: string; name?: string; sex?: 'male' } = {},
): Promise<string> {
  const inLedger = { name: '褚测试', ...more }
  const { residentId, householdId } = await putInLedger(district, areaCode, null, inLedger)
  if (door !== undefined) {
    await district.db.updateTable('household').set({ door }).where('id', '=', householdId).execute()
  }
  return residentId
}
