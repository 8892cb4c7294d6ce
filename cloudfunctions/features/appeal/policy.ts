import type { AppealRelation } from '~/types/appeal'
import { AREA_CODE_LENGTH } from '~/types/area'
import { can, departmentsOf, publicGridsOf, type Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import { isOwn, isParty } from './captured'
import type { AppealRule } from './workflow'

type Appeal = Row<'appeal'>

/** The actor speaks for the department. */
export const serves = (actor: Actor, department: string) =>
  departmentsOf(actor, 'appeal.handle').includes(department)

/**
 * How the actor stands to an appeal; undefined means that for them it does not exist. Neighbours see what is not
 * private, what staff has looked at and what the platform lets pass, so that nothing unread reaches the public.
 */
export function relationTo(actor: Actor, appeal: Appeal, joined = false): AppealRelation | undefined {
  if (isOwn(actor, appeal)) {
    return 'own'
  }
  if (can(actor, 'appeal.view', appeal.areaCode) || appeal.departments.some((code) => serves(actor, code))) {
    return 'staff'
  }
  const looked = appeal.status !== 'submitted'
  const near = publicGridsOf(actor).includes(appeal.areaCode)
  const shown = joined || (!appeal.private && looked && near)
  return shown && appeal.content === 'passed' ? 'neighbour' : undefined
}

/** The district stands above the town, the town above departments, grids and villages, the village above its grids. */
function standsAbove(actor: Actor, { areaCode, holderCode, leadDepartment }: Appeal): boolean {
  const belowTown = holderCode.length > AREA_CODE_LENGTH.town
  return (
    can(actor, 'appeal.decide', areaCode) ||
    ((leadDepartment !== null || belowTown) && can(actor, 'appeal.dispatch', areaCode)) ||
    (leadDepartment === null && belowTown && can(actor, 'appeal.handle', holderCode.slice(0, -3)))
  )
}

/** Whether a rule of the workflow holds, whatever the status. */
export function fulfils(actor: Actor, rule: AppealRule, appeal: Appeal): boolean {
  switch (rule) {
    case 'own':
      return isOwn(actor, appeal)
    case 'lead':
      return appeal.leadDepartment === null
        ? can(actor, 'appeal.handle', appeal.holderCode)
        : serves(actor, appeal.leadDepartment)
    case 'town':
      return can(actor, 'appeal.dispatch', appeal.areaCode)
    case 'decide':
      return can(actor, 'appeal.decide', appeal.areaCode)
    case 'above':
      return appeal.handlerId !== actor.user.id && !isParty(actor, appeal) && standsAbove(actor, appeal)
    case 'clock':
      return false
  }
}
