import { sql } from 'kysely'
import { TAKING_SIGNUP_STATUSES } from '~/types/activity'
import type { DbOrTx } from '../../core/db'
import type { NewRow, Row } from '../../core/schema'
import type { ShiftRow } from './repo'

export type SignupRow = Row<'signup'>

export function findSignup(db: DbOrTx, id: string): Promise<SignupRow | undefined> {
  return db.selectFrom('signup').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockSignup(db: DbOrTx, id: string): Promise<SignupRow> {
  return db.selectFrom('signup').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

export function insertSignup(
  db: DbOrTx,
  { startsAt, endsAt, ...row }: Omit<NewRow<'signup'>, 'during'> & Pick<ShiftRow, 'startsAt' | 'endsAt'>,
): Promise<SignupRow> {
  const during = sql<string>`tstzrange(${startsAt}, ${endsAt})`
  return db
    .insertInto('signup')
    .values({ ...row, during })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The person's sign-up for the shift, and whether another one of theirs lies across it. */
export async function findClash(db: DbOrTx, volunteerId: string, shift: ShiftRow) {
  const rows = await db
    .selectFrom('signup')
    .selectAll()
    .where('volunteerId', '=', volunteerId)
    .where((eb) =>
      eb.or([
        eb('shiftId', '=', shift.id),
        eb.and([
          eb('status', 'in', TAKING_SIGNUP_STATUSES),
          sql<boolean>`during && tstzrange(${shift.startsAt}, ${shift.endsAt})`,
        ]),
      ]),
    )
    .execute()
  return {
    own: rows.find(({ shiftId }) => shiftId === shift.id),
    overlaps: rows.some(({ shiftId }) => shiftId !== shift.id),
  }
}

/** Sign-ups of a shift in the order they came. */
export function listOfShift(db: DbOrTx, shiftId: string): Promise<SignupRow[]> {
  return db.selectFrom('signup').selectAll().where('shiftId', '=', shiftId).orderBy('place').execute()
}

/** What a person signed up for in an activity, for themselves and for family, and what family signed them up for. */
export function listOwn(db: DbOrTx, activityIds: string[], userId: string, volunteerId: string | undefined) {
  return activityIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('signup')
        .selectAll()
        .where('activityId', 'in', activityIds)
        .where((eb) =>
          eb.or([
            eb('userId', '=', userId),
            ...(volunteerId === undefined ? [] : [eb('volunteerId', '=', volunteerId)]),
          ]),
        )
        .orderBy('signedAt')
        .execute()
}

/** Sign-ups of a person whose shifts end after `since`, the next first. */
export function listMine(db: DbOrTx, userId: string, volunteerId: string | undefined, since: Date) {
  return db
    .selectFrom('signup')
    .innerJoin('shift', 'shift.id', 'signup.shiftId')
    .innerJoin('activity', 'activity.id', 'signup.activityId')
    .innerJoin('area', 'area.code', 'activity.areaCode')
    .selectAll('signup')
    .select([
      'shift.startsAt',
      'shift.endsAt',
      'activity.title',
      'activity.kind',
      'activity.place as meeting',
      'activity.areaCode',
      'activity.organiserId',
      'activity.status as activityStatus',
      'area.name as areaName',
    ])
    .where('shift.endsAt', '>', since)
    .where((eb) =>
      eb.or([
        eb('signup.userId', '=', userId),
        ...(volunteerId === undefined ? [] : [eb('signup.volunteerId', '=', volunteerId)]),
      ]),
    )
    .orderBy('shift.startsAt')
    .orderBy('signup.id')
    .limit(100)
    .execute()
}

/** How many stand before each of these on the waiting list, counting themselves. */
export async function linesOf(db: DbOrTx, signupIds: string[]): Promise<Map<string, number>> {
  if (signupIds.length === 0) {
    return new Map()
  }
  const { rows } = await sql<{ id: string; line: number }>`
    SELECT s.id, count(*)::int AS line FROM signup AS s
    JOIN signup AS b ON b.shift_id = s.shift_id AND b.status = 'waiting' AND b.place <= s.place
    WHERE s.id = ANY (${signupIds}::uuid[]) GROUP BY s.id`.execute(db)
  return new Map(rows.map(({ id, line }) => [id, line]))
}

/** Who goes to an activity: how many, how many members of the party, and a few names. */
export async function summariseGoing(db: DbOrTx, activityId: string) {
  const going = sql`s.activity_id = ${activityId} AND s.status = ANY (${[...TAKING_SIGNUP_STATUSES]}::text[])`
  const [{ rows: counts }, { rows: first }] = await Promise.all([
    sql<{ going: number; party: number }>`
      SELECT count(DISTINCT s.volunteer_id)::int AS going,
        (count(DISTINCT s.volunteer_id) FILTER (WHERE u.party_member))::int AS party
      FROM signup AS s JOIN volunteer AS v ON v.id = s.volunteer_id LEFT JOIN app_user AS u ON u.id = v.user_id
      WHERE ${going}`.execute(db),
    sql<{ volunteerId: string }>`
      SELECT s.volunteer_id FROM signup AS s WHERE ${going} ORDER BY s.signed_at, s.id LIMIT 12`.execute(db),
  ])
  const { going: people, party } = counts[0] ?? { going: 0, party: 0 }
  return {
    going: people,
    party,
    first: [...new Set(first.map(({ volunteerId }) => volunteerId))].slice(0, 3),
  }
}

/** Counted minutes of some sign-ups, corrections included. */
export async function minutesBySignup(db: DbOrTx, signupIds: string[]): Promise<Map<string, number>> {
  const rows =
    signupIds.length === 0
      ? []
      : await db
          .selectFrom('serviceEntry')
          .select(['signupId', ({ fn }) => fn.sum<string>('minutes').as('minutes')])
          .where('signupId', 'in', signupIds)
          .groupBy('signupId')
          .execute()
  return new Map(rows.map(({ signupId, minutes }) => [signupId, Number(minutes)]))
}
