import { sql } from 'kysely'
import { inScopes } from '../../core/actor'
import { shanghaiDay } from '../../core/clock'
import type { DbOrTx } from '../../core/db'

/** Service of the people of one village in a period, wherever they served. */
export interface VillageService {
  village: string
  minutes: number
  /** People who served. */
  volunteers: number
  partyMembers: number
  /** Party members who have done their part. */
  onDuty: number
}

/** A party member's part in a year: so many activities, or so many minutes (domain rules 2.4, assumed). */
const DUTY = { activities: 2, minutes: 240 } as const
const YEAR_MS = 365 * 86_400_000

/**
 * Counts service by the village where people live, by the ledger or else by the program. Party members are those of the
 * program who are surely of the village; of a part of a year they owe that part. One statement for any number of
 * villages.
 */
export async function serviceByVillage(
  db: DbOrTx,
  areaCode: string,
  { from, to }: { from: Date; to: Date },
): Promise<VillageService[]> {
  const years = (to.getTime() - from.getTime()) / YEAR_MS
  const activities = Math.max(1, Math.ceil(DUTY.activities * years))
  const { rows } = await sql<VillageService>`
    WITH served AS (
      SELECT volunteer_id, sum(minutes)::integer AS minutes, count(DISTINCT activity_id)::integer AS activities
      FROM service_entry WHERE day >= ${shanghaiDay(from)}::date AND day < ${shanghaiDay(to)}::date
      GROUP BY volunteer_id HAVING sum(minutes) > 0
    ), hours AS (
      SELECT left(coalesce(resident.area_code, membership.area_code), 12) AS village, minutes, 0 AS party, 0 AS duty, 1 AS one
      FROM served JOIN volunteer ON volunteer.id = volunteer_id
      LEFT JOIN resident ON resident.id = volunteer.resident_id
      LEFT JOIN membership ON membership.user_id = volunteer.user_id AND until IS NULL
      WHERE ${inScopes('membership.area_code', [areaCode])} OR ${inScopes('resident.area_code', [areaCode])}
    ), party AS (
      SELECT left(membership.area_code, 12) AS village, 0 AS minutes, 1 AS party,
        (coalesce(served.activities, 0) >= ${activities}::integer
          OR coalesce(served.minutes, 0) >= ${DUTY.minutes * years}::float8)::integer AS duty, 0 AS one
      FROM membership JOIN app_user ON app_user.id = membership.user_id AND party_member
      LEFT JOIN volunteer ON volunteer.user_id = app_user.id LEFT JOIN served ON served.volunteer_id = volunteer.id
      WHERE until IS NULL AND assurance IN ('group', 'worker') AND ${inScopes('membership.area_code', [areaCode])}
    )
    SELECT village, sum(minutes)::integer AS minutes, sum(one)::integer AS volunteers,
      sum(party)::integer AS party_members, sum(duty)::integer AS on_duty
    FROM (SELECT * FROM hours UNION ALL SELECT * FROM party) AS lines GROUP BY village`.execute(db)
  return rows
}
