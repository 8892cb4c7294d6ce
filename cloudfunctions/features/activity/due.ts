import { sql } from 'kysely'
import type { DbOrTx } from '../../core/db'
import type { SignupRow } from './signups'

/** Rows that one transaction of the timer takes. */
export const BATCH = 50

export interface At {
  db: DbOrTx
  now: Date
}

/** Offers whose time to say yes is over, and people who still wait for a shift that has begun. */
export function findLapsed({ db, now }: At): Promise<SignupRow[]> {
  return db
    .selectFrom('signup')
    .innerJoin('shift', 'shift.id', 'signup.shiftId')
    .selectAll('signup')
    .where((eb) =>
      eb.or([
        eb.and([eb('signup.status', '=', 'offered'), eb('signup.offeredUntil', '<=', now)]),
        eb.and([
          eb('signup.status', '=', 'waiting'),
          eb('shift.waiting', '>', 0),
          eb('shift.startsAt', '<=', now),
        ]),
      ]),
    )
    .orderBy('signup.shiftId')
    .orderBy('signup.place')
    .limit(BATCH)
    .execute()
}

/** Shifts with a free place while somebody waits; there are none unless something went wrong. */
export async function findUnfilled({ db, now }: At): Promise<string[]> {
  const rows = await db
    .selectFrom('shift')
    .innerJoin('activity', 'activity.id', 'shift.activityId')
    .select('shift.id')
    .where('shift.waiting', '>', 0)
    .whereRef('shift.taken', '<', 'shift.capacity')
    .where('shift.startsAt', '>', now)
    .where('activity.status', '=', 'published')
    .limit(BATCH)
    .execute()
  return rows.map(({ id }) => id)
}

/** Sign-ups of what was called off, and of people who have left the program. */
export async function findStranded({ db, now }: At): Promise<SignupRow[]> {
  const { rows } = await sql<SignupRow>`
    SELECT s.* FROM signup AS s
    JOIN activity AS a ON a.id = s.activity_id JOIN shift AS h ON h.id = s.shift_id
    JOIN app_user AS u ON u.id = s.user_id
    WHERE s.status IN ('going', 'waiting', 'offered') AND h.ends_at > ${now}
      AND (a.status = 'called_off' OR u.removed_at IS NOT NULL)
    ORDER BY s.shift_id, s.place LIMIT ${BATCH}`.execute(db)
  return rows
}

export interface Reminder {
  id: string
  kind: 'evening_before' | 'hour_before'
}

/** Shifts of which nobody has been reminded yet, and it is time: the evening before, and an hour before. */
export async function findReminders({ db, now }: At): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    SELECT s.id, k.kind FROM shift AS s
    JOIN activity AS a ON a.id = s.activity_id AND a.status = 'published'
    CROSS JOIN (VALUES ('evening_before'), ('hour_before')) AS k (kind)
    WHERE s.starts_at > ${now} AND s.starts_at < ${now}::timestamptz + interval '36 hours' AND s.taken > 0
      AND CASE k.kind
        WHEN 'hour_before' THEN s.starts_at <= ${now}::timestamptz + interval '1 hour'
        -- From six in the evening of the day before in Shanghai.
        ELSE ${now}::timestamptz >= (date_trunc('day', s.starts_at AT TIME ZONE 'Asia/Shanghai') - interval '6 hours')
          AT TIME ZONE 'Asia/Shanghai' AND s.starts_at > ${now}::timestamptz + interval '1 hour'
      END
      AND NOT EXISTS (SELECT 1 FROM outbox AS o WHERE o.key = 'activity.reminded:' || s.id || ':' || k.kind)
    ORDER BY s.starts_at LIMIT ${BATCH}`.execute(db)
  return rows
}
