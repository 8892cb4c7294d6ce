import { randomUUID } from 'node:crypto'
import type { District, Person } from './district'

export interface InLedger {
  residentId: string
  householdId: string
  door: string
}
interface Options {
  name?: string
  sex?: 'female' | 'male'
  /** YYYY-MM-DD */
  bornOn?: string
  head?: boolean
  /** Somebody of the same household. */
  with?: InLedger
}

/** Writes somebody down in the ledger of a grid; `person` is who they are in the program, null for nobody. */
export async function putInLedger(
  { db }: Pick<District, 'db'>,
  areaCode: string,
  person: Pick<Person, 'userId'> | null,
  { name = '孙测试', sex = 'female', bornOn = '1970-05-05', head = true, with: family }: Options = {},
): Promise<InLedger> {
  const residentId = randomUUID()
  const householdId = family?.householdId ?? randomUUID()
  const door = family?.door ?? `测试${householdId.slice(0, 8)}号`
  if (family === undefined) {
    await db.insertInto('household').values({ id: householdId, areaCode, door }).execute()
  }
  const userId = person?.userId ?? null
  await db
    .insertInto('resident')
    .values({ id: residentId, householdId, areaCode, userId, name, sex, bornOn, head })
    .execute()
  return { residentId, householdId, door }
}
