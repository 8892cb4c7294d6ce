import { sql } from 'kysely'
import type { DbOrTx } from '../../core/db'
import type { Row, RowUpdate } from '../../core/schema'

export async function updateUser(db: DbOrTx, id: string, set: RowUpdate<'appUser'>): Promise<Row<'appUser'>> {
  return db.updateTable('appUser').set(set).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

/** Workers in force of a grid, with its duty number. */
export function listGridWorkers(db: DbOrTx, areaCode: string, now: Date) {
  return db
    .selectFrom('assignment')
    .innerJoin('appUser', 'appUser.id', 'assignment.userId')
    .leftJoin('gridSetting', 'gridSetting.areaCode', 'assignment.areaCode')
    .select(['appUser.name', 'gridSetting.dutyPhone', 'appUser.phoneEncrypted'])
    .where('assignment.role', '=', 'grid_worker')
    .where('assignment.areaCode', '=', areaCode)
    .where('assignment.fromAt', '<=', now)
    .where((eb) => eb.or([eb('assignment.toAt', 'is', null), eb('assignment.toAt', '>', now)]))
    .orderBy('assignment.fromAt')
    .execute()
}

/** What the ground keeps about a person; the features add theirs. */
export async function readGround(db: DbOrTx, userId: string) {
  const [memberships, assignments, { pictures }, voices, residents, notices] = await Promise.all([
    db.selectFrom('membership').selectAll().where('userId', '=', userId).orderBy('since').execute(),
    db.selectFrom('assignment').selectAll().where('userId', '=', userId).orderBy('fromAt').execute(),
    db
      .selectFrom('picture')
      .select(({ fn }) => fn.countAll<number>().as('pictures'))
      .where('userId', '=', userId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('voice')
      .select(['createdAt', 'seconds', 'text'])
      .where('userId', '=', userId)
      .where('fileKey', 'is not', null)
      .orderBy('createdAt')
      .execute(),
    db
      .selectFrom('resident')
      .innerJoin('household', 'household.id', 'resident.householdId')
      .select(['resident.name', 'resident.bornOn', 'resident.areaCode', 'household.door'])
      .where('resident.userId', '=', userId)
      .execute(),
    db.selectFrom('notice').select(['at', 'title']).where('userId', '=', userId).orderBy('at').execute(),
  ])
  return { memberships, assignments, pictures, voices, residents, notices }
}

/**
 * Takes the person out: openid, name and number go, the grid and roles end, stored answers are deleted. What the law
 * keeps (cases, audit) stays under an id that leads to nobody. The features have let go before.
 */
export async function removeUser(db: DbOrTx, userId: string, now: Date): Promise<void> {
  await db
    .updateTable('membership')
    .set({ until: now })
    .where('userId', '=', userId)
    .where('until', 'is', null)
    .execute()
  await db
    .updateTable('assignment')
    .set({ toAt: sql`greatest(from_at, ${now})`, endReason: '本人注销' })
    .where('userId', '=', userId)
    .where((eb) => eb.or([eb('toAt', 'is', null), eb('toAt', '>', now)]))
    .execute()
  await db.deleteFrom('residentUnlinked').where('userId', '=', userId).execute()
  await db.updateTable('resident').set({ userId: null }).where('userId', '=', userId).execute()
  await db.deleteFrom('notice').where('userId', '=', userId).execute()
  await db.deleteFrom('idempotencyKey').where('userId', '=', userId).execute()
  await updateUser(db, userId, {
    openid: null,
    name: '',
    phoneEncrypted: null,
    phoneHash: null,
    partyMember: false,
    removedAt: now,
  })
}
