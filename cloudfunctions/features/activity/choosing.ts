import type { Input } from '~/types/api'
import type { Ctx } from '../../core/context'
import { conflict, invalid, notFound } from '../../core/errors'
import { introduce, requireConsent } from '../me/queries'
import { isMinor, judgeAge, needsCompany } from './ages'
import {
  ensureVolunteer,
  findResidentOf,
  findVolunteerOfUser,
  listHousehold,
  listNamed,
  lockVolunteer,
  setBornOn,
  type Volunteer,
} from './people'
import type { ActivityRow, ShiftRow } from './repo'
import { findClash } from './signups'

type SignUp = Input<'activity.signUp'>

/** The organiser sees the name, so it is asked for after the privacy notice. */
export async function introduceFirst(ctx: Ctx, { name }: SignUp): Promise<void> {
  if (ctx.actor.user.name === '' && name === undefined) {
    throw invalid({ name: '请告诉我们怎么称呼您' })
  }
  requireConsent(ctx)
  if (name !== undefined) {
    await introduce(ctx, { name })
  }
}

/** The caller's own volunteer row, made at the first sign-up. */
export async function ensureSelf(ctx: Ctx): Promise<string> {
  const found = await findVolunteerOfUser(ctx.db, ctx.actor.user.id)
  if (found !== undefined) {
    return found
  }
  const resident = await findResidentOf(ctx.db, ctx.actor.user.id)
  return ensureVolunteer(ctx.db, {
    id: ctx.newId(),
    userId: ctx.actor.user.id,
    residentId: resident?.id ?? null,
    namedBy: null,
    bornOn: null,
    createdAt: ctx.now,
  })
}

/** Whom the sign-up is for, held until the transaction ends: the caller, or a member of the family. */
export async function chooseVolunteer(ctx: Ctx, { who, bornOn }: SignUp): Promise<Volunteer> {
  const person = await lockVolunteer(ctx.db, await idOf(ctx, who))
  if (who === undefined && person.bornOn === null && bornOn !== undefined) {
    await setBornOn(ctx.db, person.id, bornOn)
    return { ...person, bornOn }
  }
  return person
}

async function idOf(ctx: Ctx, who: SignUp['who']): Promise<string> {
  if (who === undefined) {
    return ensureSelf(ctx)
  }
  const userId = ctx.actor.user.id
  const none = { id: ctx.newId(), userId: null, residentId: null, namedBy: null, bornOn: null }
  if ('residentId' in who) {
    const resident = (await listHousehold(ctx.db, userId)).find(({ id }) => id === who.residentId)
    if (resident === undefined) {
      throw notFound('位家里人')
    }
    const row = { ...none, userId: resident.userId, residentId: resident.id, createdAt: ctx.now }
    return ensureVolunteer(ctx.db, row)
  }
  if ('memberId' in who) {
    const member = (await listNamed(ctx.db, userId)).find(({ id }) => id === who.memberId)
    if (member === undefined) {
      throw notFound('位家里人')
    }
    return member.id
  }
  if (new Date(who.bornOn) > ctx.now) {
    throw invalid({ 'who.bornOn': '出生日期不对,请检查' })
  }
  const { name, bornOn } = who
  return ensureVolunteer(ctx.db, { ...none, namedBy: userId, name, bornOn, createdAt: ctx.now })
}

/** What the activity asks of people: age, guardian, skill, party. Refuses with the reason in their words. */
export async function admit(
  ctx: Ctx,
  input: SignUp,
  person: Volunteer,
  { shift, activity }: { shift: ShiftRow; activity: ActivityRow },
): Promise<{ guardian: boolean }> {
  const { minAge, maxAge, risky, skills, partyOnly } = activity
  const at = shift.startsAt
  const self = person.userId === ctx.actor.user.id
  const trouble = judgeAge({ bornOn: person.bornOn, at, minAge, maxAge, risky })
  if (trouble === 'unknown') {
    throw invalid({ bornOn: `这个活动要${minAge}到${maxAge}岁,请填出生日期` })
  }
  if (trouble === 'too_young') {
    throw conflict('too_young', risky ? '有危险的活动只能成年人参加' : `这个活动要满${minAge}岁`)
  }
  if (trouble === 'too_old') {
    throw conflict('too_old', `这个活动请${maxAge}岁以内的邻居参加,谢谢您的心意`)
  }
  if (skills !== '' && input.skilled !== true) {
    throw invalid({ skilled: `请先确认:${skills}` })
  }
  if (partyOnly && !ctx.actor.user.partyMember) {
    throw conflict('party_only', '这个岗位请党员同志报名')
  }
  const minor = isMinor(person.bornOn, at)
  if (minor && self) {
    throw conflict('guardian_needed', '未满18岁,请家长替您报名')
  }
  if (minor && input.guardianAgrees !== true) {
    throw invalid({ guardianAgrees: '请先确认您是家长,同意孩子参加' })
  }
  if (needsCompany(person.bornOn, at)) {
    await requireCompany(ctx, shift)
  }
  return { guardian: minor }
}

/** The youngest come with their guardian, who has a place in the same shift. */
async function requireCompany(ctx: Ctx, shift: ShiftRow): Promise<void> {
  const self = await findVolunteerOfUser(ctx.db, ctx.actor.user.id)
  const own = self === undefined ? undefined : (await findClash(ctx.db, self, shift)).own
  if (own?.status !== 'going' && own?.status !== 'arrived') {
    throw conflict('guardian_needed', '14岁以下要家长陪着,请先给自己报上同一个时段')
  }
}
