import { can, type Actor } from '../../core/actor'
import type { MemberRow } from './repo'
import type { PartyRule } from './workflow'

/** Only the member and the village know of a registration. */
export function isVisible(actor: Actor, member: MemberRow): boolean {
  return member.userId === actor.user.id || can(actor, 'party.manage', member.areaCode)
}

export function fulfils(actor: Actor, rule: PartyRule, member: MemberRow): boolean {
  const own = member.userId === actor.user.id
  // Nobody confirms themselves.
  return rule === 'own' ? own : !own && can(actor, 'party.manage', member.areaCode)
}
