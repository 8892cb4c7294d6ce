import { sql } from 'kysely'
import type { DbOrTx } from '../../core/db'

/** Activities and minutes that each person of the program has counted since a day (YYYY-MM-DD of Shanghai). */
export function serviceSince(db: DbOrTx, day: string) {
  return (
    db
      .selectFrom('serviceEntry')
      .innerJoin('volunteer', 'volunteer.id', 'serviceEntry.volunteerId')
      .select([
        'volunteer.userId',
        sql<number>`count(DISTINCT service_entry.activity_id)::int`.as('activities'),
        sql<number>`sum(service_entry.minutes)::int`.as('minutes'),
      ])
      .where('volunteer.userId', 'is not', null)
      .where('serviceEntry.day', '>=', day)
      .groupBy('volunteer.userId')
      // Corrected down to nothing is not having been there.
      .having(sql<boolean>`sum(service_entry.minutes) > 0`)
  )
}
