import type { MissingAction } from '~/types/missing'
import type { Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import { nextActions } from '../../core/workflow'
import { fulfils, isPolice, isPoliceFirst } from './policy'
import { isOpen, missingWorkflow, type MissingMove, type MissingRule } from './workflow'

type Missing = Row<'missing'>

/** What the table cannot say: a case that is with the police waits for them alone. */
function mayMove(actor: Actor, action: MissingMove, rule: MissingRule, missing: Missing): boolean {
  const waitsForPolice = missing.status === 'with_police' && isPoliceFirst(missing)
  return fulfils(actor, rule, missing) && (action !== 'missing.verify' || !waitsForPolice || isPolice(actor))
}

/** Acts that leave the case where it is. */
function asides(actor: Actor, missing: Missing): MissingAction[] {
  const searching = missing.status === 'searching'
  return [
    ...(searching ? (['missing.sight', 'missing.search'] as const) : []),
    ...(missing.ring !== null && fulfils(actor, 'family', missing) && missing.wipedAt === null
      ? (['missing.reach'] as const)
      : []),
    ...(isOpen(missing) && missing.contactPhone !== null && fulfils(actor, 'lead', missing)
      ? (['missing.call'] as const)
      : []),
  ]
}

/** What the actor may do with the case at this moment; the pages draw exactly these buttons. */
export function allowedActions(actor: Actor, missing: Missing): MissingAction[] {
  const moves = nextActions(missingWorkflow, missing.status, (rule, action) =>
    mayMove(actor, action, rule, missing),
  )
  return [...moves.filter((action) => action !== 'missing.expire'), ...asides(actor, missing)]
}
