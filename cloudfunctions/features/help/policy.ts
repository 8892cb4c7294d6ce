import { SHOWN_HELP_STATUSES, type HelpRelation } from '~/types/help'
import { isWithin } from '~/types/area'
import { can, publicGridsOf, type Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import type { HelpRule } from './workflow'

type Help = Row<'help'>

/** What lies between the actor and a request beside the request itself. */
export interface Between {
  /** Asked before the others. */
  invited: boolean
  /** One of the two does not want to meet the other. */
  blocked: boolean
}

/**
 * How the actor stands to a request; undefined means that for them it does not exist. Neighbours see what the platform
 * lets pass, as far as it reaches by now.
 */
export function relationTo(actor: Actor, help: Help, between: Between): HelpRelation | undefined {
  if (help.askerId === actor.user.id) {
    return 'own'
  }
  if (help.helperId === actor.user.id) {
    return 'helper'
  }
  if (can(actor, 'help.manage', help.areaCode)) {
    return 'staff'
  }
  const shown = (SHOWN_HELP_STATUSES as readonly string[]).includes(help.status) && help.content === 'passed'
  const { reachCode } = help
  const reached = reachCode !== null && publicGridsOf(actor).some((code) => isWithin(code, reachCode))
  return shown && !between.blocked && (reached || between.invited) ? 'neighbour' : undefined
}

/** Whether a rule of the workflow holds, whatever the status. */
export function fulfils(relation: HelpRelation, rule: HelpRule): boolean {
  switch (rule) {
    case 'asker':
      return relation === 'own'
    case 'pair':
      return relation === 'own' || relation === 'helper'
    case 'near':
      return relation === 'neighbour' || relation === 'staff'
    case 'staff':
      return relation === 'staff'
    case 'clock':
      return false
  }
}

/** Somebody helps at another's door only when the group or the grid worker knows that they live here. */
export function isKnownHere(actor: Actor, help: Pick<Help, 'areaCode'>): boolean {
  const { membership } = actor
  const known = membership !== null && membership.assurance !== 'self'
  return known || can(actor, 'help.manage', help.areaCode)
}
