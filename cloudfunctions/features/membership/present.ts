import type { AreaView } from '~/types/area'
import type { MemberAction, MemberView, ResidentView } from '~/types/me'
import { can, type Actor } from '../../core/actor'
import type { Secrets } from '../../core/crypto'
import { maskName, maskPhone } from '../../core/masking'
import type { CandidateRow } from './ledger'
import type { MemberRow } from './repo'

/** Enough to tell the people behind a door apart; neither the given name nor the day of birth. */
export function presentResident({ residentId, residentName, sex, bornOn, door }: CandidateRow): ResidentView {
  return { id: residentId, name: maskName(residentName), door, sex, bornIn: Number(bornOn.slice(0, 4)) }
}

const isLinked = (row: MemberRow): row is MemberRow & CandidateRow => row.residentId !== null

function actionsOn(row: MemberRow, actor: Actor): MemberAction[] {
  const linking: MemberAction[] = isLinked(row)
    ? ['membership.unlink']
    : ['membership.candidates', 'membership.link']
  return [
    ...(row.assurance === 'worker' ? [] : (['membership.confirm'] as const)),
    'membership.move',
    // Nobody says of themselves who they are.
    ...(row.userId === actor.user.id ? [] : linking),
  ]
}

/** A member as the staff of the area sees them: the full name, the number masked. */
export function presentMember(row: MemberRow, area: AreaView, actor: Actor, secrets: Secrets): MemberView {
  const manages = can(actor, 'membership.manage', row.areaCode)
  return {
    userId: row.userId,
    name: row.name,
    ...(row.phoneEncrypted !== null && { phone: maskPhone(secrets.decrypt(row.phoneEncrypted)) }),
    partyMember: row.partyMember,
    area,
    assurance: row.assurance,
    since: row.since.toISOString(),
    ...(manages && isLinked(row) && { resident: presentResident(row) }),
    can: manages ? actionsOn(row, actor) : [],
  }
}
