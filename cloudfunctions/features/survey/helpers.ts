import type { ActiveAssignment } from '../../core/actor'
import type { Ctx } from '../../core/context'
import type { DbOrTx } from '../../core/db'

/** The roles in force of somebody who may be asked to help; undefined when there is no such person. */
export async function findHelper(
  db: DbOrTx,
  userId: string,
  now: Date,
): Promise<ActiveAssignment[] | undefined> {
  const user = await db
    .selectFrom('appUser')
    .select('id')
    .where('id', '=', userId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return user === undefined
    ? undefined
    : db
        .selectFrom('assignment')
        .select(['id', 'role', 'areaCode', 'departmentCode'])
        .where('userId', '=', userId)
        .where('fromAt', '<=', now)
        .where((eb) => eb.or([eb('toAt', 'is', null), eb('toAt', '>', now)]))
        .execute()
}

/** One area each; asked again for another, the last counts. */
export async function insertHelper(
  { db, now, actor }: Pick<Ctx, 'db' | 'now' | 'actor'>,
  row: { surveyId: string; userId: string; areaCode: string },
): Promise<void> {
  await db
    .insertInto('surveyHelper')
    .values({ ...row, addedBy: actor.user.id, addedAt: now })
    .onConflict((oc) => oc.columns(['surveyId', 'userId']).doUpdateSet({ areaCode: row.areaCode }))
    .execute()
}

export async function deleteHelper(db: DbOrTx, surveyId: string, userId: string): Promise<void> {
  await db.deleteFrom('surveyHelper').where('surveyId', '=', surveyId).where('userId', '=', userId).execute()
}
