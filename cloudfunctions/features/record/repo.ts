import type { DbOrTx } from '../../core/db'

/** Lines of the ledger of some people, the newest first. */
export function listEntries(
  db: DbOrTx,
  volunteerIds: string[],
  { before, limit }: { before?: string[] | undefined; limit: number },
) {
  const [at = '', id = ''] = before ?? []
  return db
    .selectFrom('serviceEntry')
    .innerJoin('activity', 'activity.id', 'serviceEntry.activityId')
    .innerJoin('area', 'area.code', 'activity.areaCode')
    .selectAll('serviceEntry')
    .select(['activity.title', 'activity.kind as activityKind', 'activity.place', 'area.name as areaName'])
    .where('serviceEntry.volunteerId', 'in', volunteerIds)
    .$if(before !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('serviceEntry.at', 'serviceEntry.id'), '<', eb.tuple(new Date(at), id)),
      ),
    )
    .orderBy('serviceEntry.at', 'desc')
    .orderBy('serviceEntry.id', 'desc')
    .limit(limit + 1)
    .execute()
}
export type EntryRow = Awaited<ReturnType<typeof listEntries>>[number]

/** Minutes and activities of one person. */
export async function sumOf(
  db: DbOrTx,
  volunteerId: string,
): Promise<{ minutes: number; activities: number }> {
  const row = await db
    .selectFrom('serviceEntry')
    .select(({ fn }) => [
      fn.sum<string | null>('minutes').as('minutes'),
      fn.count<number>('activityId').distinct().as('activities'),
    ])
    .where('volunteerId', '=', volunteerId)
    .executeTakeFirstOrThrow()
  return { minutes: Number(row.minutes ?? 0), activities: row.activities }
}

/** People whom somebody has named as family. */
export async function namedBy(db: DbOrTx, userId: string): Promise<string[]> {
  const rows = await db.selectFrom('volunteer').select('id').where('namedBy', '=', userId).execute()
  return rows.map(({ id }) => id)
}

/** Counted minutes of a sign-up by day, the last day first. */
export async function daysOfSignup(
  db: DbOrTx,
  signupId: string,
): Promise<{ day: string; minutes: number }[]> {
  const rows = await db
    .selectFrom('serviceEntry')
    .select(['day', ({ fn }) => fn.sum<string>('minutes').as('minutes')])
    .where('signupId', '=', signupId)
    .groupBy('day')
    .orderBy('day', 'desc')
    .execute()
  return rows.map(({ day, minutes }) => ({ day, minutes: Number(minutes) }))
}
