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

/** Everything that hangs on a person, for the export. */
export async function readEverything(db: DbOrTx, userId: string) {
  const [memberships, assignments, appeals, words, ratings, pictures, voices, residents, notices] =
    await Promise.all([
      db.selectFrom('membership').selectAll().where('userId', '=', userId).orderBy('since').execute(),
      db.selectFrom('assignment').selectAll().where('userId', '=', userId).orderBy('fromAt').execute(),
      // What a worker wrote down for somebody outside is not about the worker.
      db
        .selectFrom('appeal')
        .selectAll()
        .where('submitterId', '=', userId)
        .where('capturedBy', 'is distinct from', userId)
        .orderBy('submittedAt')
        .execute(),
      // What was said with a rating stands with the ratings; what staff writes in office is not about the person.
      db
        .selectFrom('appealStep')
        .select(['at', 'words'])
        .where('appealId', 'in', (eb) =>
          eb.selectFrom('appeal').select('appeal.id').where('submitterId', '=', userId),
        )
        .where('byResident', '=', true)
        .where('words', '<>', '')
        .where('action', '<>', 'appeal.rate')
        .orderBy('at')
        .execute(),
      db.selectFrom('appealRating').selectAll().where('userId', '=', userId).orderBy('at').execute(),
      db
        .selectFrom('picture')
        .select(['id', 'createdAt'])
        .where('userId', '=', userId)
        .orderBy('createdAt')
        .execute(),
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
  return { memberships, assignments, appeals, words, ratings, pictures, voices, residents, notices }
}

/**
 * Takes the person out: openid, name and number go, the grid and roles end, stored answers are deleted. What the law
 * keeps (cases, audit) stays under an id that leads to nobody.
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
  await db.updateTable('appeal').set({ nameShown: false }).where('submitterId', '=', userId).execute()
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
