import type { ActivityRowView, ActivityView, MySignupView } from '~/types/activity'
import type { Ctx } from '../../core/context'
import type { DbOrTx } from '../../core/db'
import { areaViews, getAreaView } from '../area/queries'
import { pictureViews } from '../picture/queries'
import { findVolunteerOfUser, findVolunteers } from './people'
import { readTerms } from './places'
import { presentMySignup, presentSignup, type Around } from './present'
import { findActivity, listReportPictures, listShifts, sumService } from './repo'
import type { ActivityRow, ShiftRow } from './repo'
import { starsSetting, termsSetting } from './schema'
import { findSignup, linesOf, listOwn, minutesBySignup, summariseGoing, type SignupRow } from './signups'
import { requireVisible } from './visible'
import { presentActivity, presentActivityRow, presentShift } from './whole'

export { keeper } from './kept'

/** Shapes of the settings of activities. */
export const settingSchemas = { 'activity.terms': termsSetting, 'activity.stars': starsSetting }

export { Days, insertEntries, lockVolunteers } from './ledger'
export { openSignup } from './opening'
export { findVolunteerOfUser, findVolunteers } from './people'
export { serviceByVillage, type VillageService } from './villages'
export { CORRECTED } from './workflow'

/** What is known around some sign-ups, with a fixed number of statements. */
export async function aroundSignups(ctx: Ctx, rows: SignupRow[]): Promise<Around> {
  const ids = rows.map(({ id }) => id)
  const waiting = rows.filter(({ status }) => status === 'waiting').map(({ id }) => id)
  const [volunteers, lines, minutes, terms] = await Promise.all([
    findVolunteers(ctx.db, [...new Set(rows.map(({ volunteerId }) => volunteerId))]),
    linesOf(ctx.db, waiting),
    minutesBySignup(ctx.db, ids),
    readTerms(ctx),
  ])
  return { actor: ctx.actor, now: ctx.now, terms, volunteers, lines, minutes }
}

/** One activity whole, for who may see it. */
export async function viewActivity(ctx: Ctx, found: ActivityRow | undefined): Promise<ActivityView> {
  const activity = await requireVisible(ctx, found)
  const { id, pictureId, areaCode, organiserId } = activity
  const userId = ctx.actor.user.id
  const [shifts, going, area, volunteerId] = await Promise.all([
    listShifts(ctx.db, [id]),
    summariseGoing(ctx.db, id),
    getAreaView(ctx.db, areaCode),
    findVolunteerOfUser(ctx.db, userId),
  ])
  const own = await listOwn(ctx.db, [id], userId, volunteerId)
  const [around, names, organiser, report] = await Promise.all([
    aroundSignups(ctx, own),
    findVolunteers(ctx.db, going.first),
    organiserOf(ctx.db, organiserId),
    reportOf(ctx, activity),
  ])
  const pictures = await pictureViews(ctx, pictureId === null ? [] : [pictureId], 'people')
  return presentActivity(activity, {
    ...ctx,
    area,
    organiser,
    report,
    picture: pictures.get(pictureId ?? ''),
    shifts: shifts.map((shift) =>
      presentShift(
        shift,
        activity,
        own.filter(({ shiftId }) => shiftId === shift.id),
        around,
      ),
    ),
    going: { ...going, names: going.first.map((one) => names.get(one)?.name ?? '') },
  })
}

async function organiserOf(db: DbOrTx, userId: string): Promise<string> {
  const row = await db.selectFrom('appUser').select('name').where('id', '=', userId).executeTakeFirst()
  return row?.name ?? ''
}

async function reportOf(ctx: Ctx, { id, status }: ActivityRow) {
  if (status !== 'reported') {
    return undefined
  }
  const [ids, sums] = await Promise.all([listReportPictures(ctx.db, id), sumService(ctx.db, id)])
  const views = await pictureViews(ctx, ids, 'neighbour')
  return { ...sums, pictures: ids.flatMap((one) => views.get(one) ?? []) }
}

/** Lines of a list, with a fixed number of statements; `counts` says which shifts a line speaks of. */
export async function viewActivityRows(
  ctx: Ctx,
  rows: ActivityRow[],
  counts: (shift: ShiftRow) => boolean = () => true,
): Promise<Map<string, ActivityRowView>> {
  const ids = rows.map(({ id }) => id)
  const userId = ctx.actor.user.id
  const [shifts, areas, volunteerId] = await Promise.all([
    listShifts(ctx.db, ids),
    areaViews(ctx.db, [...new Set(rows.map(({ areaCode }) => areaCode))]),
    findVolunteerOfUser(ctx.db, userId),
  ])
  const own = await listOwn(ctx.db, ids, userId, volunteerId)
  const isOwn = new Set(
    own.filter(({ status }) => !['cancelled', 'lapsed'].includes(status)).map(({ activityId }) => activityId),
  )
  return new Map(
    rows.map((row) => [
      row.id,
      presentActivityRow(row, {
        now: ctx.now,
        shifts: shifts.filter((shift) => shift.activityId === row.id && counts(shift)),
        areaName: areas.get(row.areaCode)?.name ?? '',
        mine: isOwn.has(row.id),
      }),
    ]),
  )
}

/** One sign-up with what stands beside it. */
export async function viewMySignup(
  ctx: Ctx,
  signup: SignupRow,
  { shift, activity }: { shift: ShiftRow; activity: ActivityRow },
): Promise<MySignupView> {
  const [around, areas] = await Promise.all([
    aroundSignups(ctx, [signup]),
    areaViews(ctx.db, [activity.areaCode]),
  ])
  const { id: activityId, title, kind, place } = activity
  const areaName = areas.get(activity.areaCode)?.name ?? ''
  const view = presentSignup(signup, shift, activity, around)
  return presentMySignup(view, shift, { activityId, title, kind, place, areaName })
}

export interface Service {
  signupId: string
  activityId: string
  areaCode: string
  /** Who served, as the program and the ledger know them. */
  userId: string | null
  residentId: string | null
  /** What counts now, corrections included; 0 for who was not there. */
  minutes: number
}

/** What a counted sign-up comes to; undefined when there is none. For what follows from hours elsewhere. */
export async function findService(db: DbOrTx, signupId: string): Promise<Service | undefined> {
  const signup = await findSignup(db, signupId)
  const activity = signup && (await findActivity(db, signup.activityId))
  if (signup === undefined || activity === undefined) {
    return undefined
  }
  const [people, minutes] = await Promise.all([
    findVolunteers(db, [signup.volunteerId]),
    minutesBySignup(db, [signupId]),
  ])
  const { userId = null, residentId = null } = people.get(signup.volunteerId) ?? {}
  const { id: activityId, areaCode } = activity
  return { signupId, activityId, areaCode, userId, residentId, minutes: minutes.get(signupId) ?? 0 }
}
