import { areaCodeAt } from '~/types/area'
import { can, publicGridsOf, type Actor } from '../../core/actor'
import type { AwardRow, ObjectionRow } from './repo'
import type { AwardMove, AwardRule } from './workflow'

export type AwardRelation = 'own' | 'staff' | 'neighbour'

/** Who asks, with the household that they belong to themselves. */
export interface Asker {
  actor: Actor
  householdId: string | null
  now: Date
}

/** The person belongs to the village, or has come from one of its groups. */
export function isOfVillage(actor: Actor, areaCode: string): boolean {
  const village = areaCodeAt(areaCode, 'village')
  return publicGridsOf(actor).some((grid) => areaCodeAt(grid, 'village') === village)
}

/** How the asker stands to an award; undefined: for them there is none. Neighbours see what is published. */
export function relationTo({ actor }: Asker, award: AwardRow): AwardRelation | undefined {
  if (award.userId === actor.user.id) {
    return 'own'
  }
  if (can(actor, 'points.propose', award.areaCode) || can(actor, 'points.decide', award.areaCode)) {
    return 'staff'
  }
  const shown = award.status === 'published' || award.status === 'objected'
  return shown && isOfVillage(actor, award.areaCode) ? 'neighbour' : undefined
}

/** Nobody in office has a say in what their own household gets. */
export function isOwnHousehold({ actor, householdId }: Asker, award: AwardRow): boolean {
  return award.userId === actor.user.id || (householdId !== null && award.householdId === householdId)
}

/** Whether a rule of the workflow holds, whatever the status. */
export function fulfils(asker: Asker, rule: AwardRule, award: AwardRow, objection?: ObjectionRow): boolean {
  const { id } = asker.actor.user
  const decides = can(asker.actor, 'points.decide', award.areaCode) && !isOwnHousehold(asker, award)
  switch (rule) {
    case 'second':
      return decides && award.proposedBy !== id
    case 'takeBack':
      return decides || award.proposedBy === id
    case 'neighbour':
      return isOfVillage(asker.actor, award.areaCode) && award.proposedBy !== id
    case 'judge':
      return decides && ![award.proposedBy, award.decidedBy, objection?.userId].includes(id)
    case 'clock':
      return false
  }
}

/** The time to object is over with the publication. */
export const isTimely = (action: AwardMove, { publishedUntil }: AwardRow, now: Date) =>
  action !== 'points.object' || publishedUntil === null || publishedUntil > now
