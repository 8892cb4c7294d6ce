import { areaLevelOf, isWithin } from '~/types/area'
import { ROLE_GIVEN_BY, ROLE_LEVEL, ROLES, type Role } from '~/types/roles'
import type { Actor } from '../../core/actor'

/** A role is given and taken by the level above, for a place inside its own. */
export function mayGive(actor: Actor, role: Role, areaCode: string): boolean {
  return (
    areaLevelOf(areaCode) === ROLE_LEVEL[role] &&
    actor.assignments.some(
      (assignment) =>
        ROLE_GIVEN_BY[role].includes(assignment.role) && isWithin(areaCode, assignment.areaCode),
    )
  )
}

/** What the actor may give, each with the area inside which it holds. */
export function givable(actor: Actor): { role: Role; areaCode: string }[] {
  return ROLES.flatMap((role) =>
    actor.assignments
      .filter((assignment) => ROLE_GIVEN_BY[role].includes(assignment.role))
      .map((assignment) => ({ role, areaCode: assignment.areaCode })),
  )
}
