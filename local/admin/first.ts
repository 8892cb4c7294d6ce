import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { appendAudit } from '~/cloudfunctions/core/audit'
import type { Secrets } from '~/cloudfunctions/core/crypto'
import type { Db } from '~/cloudfunctions/core/db'

/** What came of it; nothing but `given` changes anything. */
export type FirstAdmin = 'given' | 'no_district' | 'there_is_one' | 'nobody' | 'other_name' | 'several'

interface Asked {
  phone: string
  name: string
  now: Date
}

/**
 * Makes somebody who has opened the program and said their name and number the first system administrator of the
 * district; who comes after them is appointed in the program. Two at once: the second finds the first.
 */
export function giveFirstAdmin(db: Db, secrets: Secrets, { phone, name, now }: Asked): Promise<FirstAdmin> {
  return db.transaction().execute(async (tx) => {
    await sql`LOCK TABLE assignment IN SHARE ROW EXCLUSIVE MODE`.execute(tx)
    const district = await tx
      .selectFrom('area')
      .select('code')
      .where('level', '=', 'district')
      .executeTakeFirst()
    if (district === undefined) {
      return 'no_district'
    }
    const held = await tx
      .selectFrom('assignment')
      .select('id')
      .where('role', '=', 'system_administrator')
      .where((eb) => eb.or([eb('toAt', 'is', null), eb('toAt', '>', now)]))
      .executeTakeFirst()
    if (held !== undefined) {
      return 'there_is_one'
    }
    const people = await tx
      .selectFrom('appUser')
      .select(['id', 'name'])
      .where('phoneHash', '=', secrets.keyedHash('phone', phone))
      .where('removedAt', 'is', null)
      .execute()
    const named = people.filter((person) => person.name === name)
    const [person] = named
    if (person === undefined) {
      return people.length === 0 ? 'nobody' : 'other_name'
    }
    if (named.length > 1) {
      return 'several'
    }
    const id = randomUUID()
    const open = { departmentCode: null, toAt: null, givenBy: null, endedBy: null, endReason: null }
    await tx
      .insertInto('assignment')
      .values({
        ...open,
        ...{ id, userId: person.id, role: 'system_administrator', areaCode: district.code, fromAt: now },
      })
      .execute()
    await appendAudit(tx, {
      at: now,
      userId: person.id,
      action: 'assignment.givenFirst',
      target: id,
      areaCode: district.code,
      result: 'ok',
      reason: '',
      requestId: `command-${id}`,
    })
    return 'given'
  })
}
