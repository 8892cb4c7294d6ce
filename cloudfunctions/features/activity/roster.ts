import type { RosterRowView } from '~/types/activity'
import type { RosterView } from '~/types/activity-api'
import type { Ctx } from '../../core/context'
import { forbidden } from '../../core/errors'
import { ageOn, isMinor } from './ages'
import { countedInterval, minutesOf } from './hours'
import { partyMembersOf, type Volunteer } from './people'
import { organises } from './policy'
import { aroundSignups } from './queries'
import type { ActivityRow, ShiftRow } from './repo'
import { listOfShift, type SignupRow } from './signups'
import { requireShift } from './visible'
import { presentShift } from './whole'

/** The shift for who organises it. Others who see the activity are told that it is not theirs. */
export async function requireOrganised(
  ctx: Ctx,
  shiftId: string,
): Promise<{ shift: ShiftRow; activity: ActivityRow }> {
  const open = await requireShift(ctx, shiftId)
  if (!organises(ctx.actor, open.activity)) {
    throw forbidden('这是组织者看的')
  }
  ctx.trail = { target: shiftId, areaCode: open.activity.areaCode }
  return open
}

/** Everybody who signed up for a shift, in the order they came; who left again is not on it. */
export async function viewRoster(
  ctx: Ctx,
  { shift, activity }: { shift: ShiftRow; activity: ActivityRow },
): Promise<RosterView> {
  const all = await listOfShift(ctx.db, shift.id)
  const rows = all.filter(({ status }) => status !== 'cancelled' && status !== 'lapsed')
  const around = await aroundSignups(ctx, rows)
  const [party, guardians] = await Promise.all([
    partyMembersOf(
      ctx.db,
      [...around.volunteers.values()].flatMap(({ userId }) => userId ?? []),
    ),
    namesOf(ctx, rows),
  ])
  return {
    activityId: activity.id,
    title: activity.title,
    shift: presentShift(shift, activity, [], around),
    items: rows.map((row) => {
      const person = around.volunteers.get(row.volunteerId)
      return presentRow(row, shift, {
        person,
        now: ctx.now,
        party: party.has(person?.userId ?? ''),
        guardian: guardians.get(row.userId) ?? '',
        counted: around.minutes.get(row.id),
      })
    }),
  }
}

/** Names of the people who signed others up. */
async function namesOf(ctx: Ctx, rows: SignupRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.filter(({ guardian }) => guardian).map(({ userId }) => userId))]
  const users =
    ids.length === 0
      ? []
      : await ctx.db.selectFrom('appUser').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(users.map(({ id, name }) => [id, name]))
}

interface Beside {
  person: Volunteer | undefined
  now: Date
  party: boolean
  guardian: string
  counted: number | undefined
}

function presentRow(
  row: SignupRow,
  shift: ShiftRow,
  { person, now, party, guardian, counted }: Beside,
): RosterRowView {
  const { id, status, place, arrivedAt, arrivedBy, leftAt, lateBy } = row
  const bornOn = person?.bornOn ?? null
  const presence = arrivedAt === null ? undefined : countedInterval({ ...shift, arrivedAt, leftAt })
  return {
    id,
    name: person?.name ?? '',
    ...(bornOn !== null &&
      isMinor(bornOn, shift.startsAt) && {
        minor: { age: ageOn(bornOn, shift.startsAt), guardianName: guardian },
      }),
    partyMember: party,
    status,
    place,
    ...(arrivedAt !== null && { arrivedAt: arrivedAt.toISOString() }),
    ...(arrivedBy !== null && { arrivedBy }),
    ...(leftAt !== null && { leftAt: leftAt.toISOString() }),
    ...(lateBy > 0 && { lateBy: Math.ceil(lateBy / 60) }),
    minutes: status === 'served' ? (counted ?? 0) : presence === undefined ? 0 : minutesOf(presence),
    can: rowOptions(row, shift, now),
  }
}

function rowOptions({ status }: SignupRow, { startsAt }: ShiftRow, now: Date): RosterRowView['can'] {
  const begun = now >= startsAt
  switch (status) {
    case 'going':
      return ['activity.checkIn', ...(begun ? (['activity.confirmHours'] as const) : [])]
    case 'arrived':
      return ['activity.checkOut', ...(begun ? (['activity.confirmHours'] as const) : [])]
    case 'left':
      return begun ? ['activity.confirmHours'] : []
    case 'served':
      return ['record.correct']
    default:
      return []
  }
}
