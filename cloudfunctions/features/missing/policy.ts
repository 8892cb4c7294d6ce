import { OF_AGE, type MissingRelation } from '~/types/missing'
import { can, departmentsOf, type Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import type { MissingRule } from './workflow'

type Missing = Row<'missing'>

/** Code of the department that the police of every district have. */
export const POLICE = 'police'

export const isPolice = (actor: Actor) => departmentsOf(actor, 'missing.lead').includes(POLICE)

/** The police come first, and nothing is broadcast without them (domain rules 4.2). */
export const isPoliceFirst = ({ age, abduction }: Pick<Missing, 'age' | 'abduction'>) =>
  abduction || (age !== null && age < OF_AGE)

/** Told to neighbours at some time: everybody who has the card may open it. */
const isPublic = ({ ring }: Missing) => ring !== null

/** How the actor stands to a case; undefined means that for them it does not exist. */
export function relationTo(actor: Actor, missing: Missing): MissingRelation | undefined {
  if (missing.reporterId === actor.user.id) {
    return 'own'
  }
  if (can(actor, 'missing.lead', missing.areaCode) || isPolice(actor)) {
    return 'staff'
  }
  return isPublic(missing) ? 'public' : undefined
}

/** Whether a rule of the workflow holds, whatever the status. */
export function fulfils(actor: Actor, rule: MissingRule, missing: Missing): boolean {
  const leads = can(actor, 'missing.lead', missing.areaCode) || isPolice(actor)
  switch (rule) {
    case 'lead':
      return leads
    case 'family':
      return leads || missing.reporterId === actor.user.id
    case 'clock':
      return false
  }
}
