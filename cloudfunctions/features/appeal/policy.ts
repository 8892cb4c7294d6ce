import {
  HANDLED_APPEAL_STATUSES,
  OBJECTION_LIMIT,
  OPEN_APPEAL_STATUSES,
  REOPEN_DAYS,
  REOPEN_LIMIT,
  type AppealAction,
  type AppealRelation,
} from '~/types/appeal'
import { AREA_CODE_LENGTH } from '~/types/area'
import { can, departmentsOf, publicGridsOf, type Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import { nextActions } from '../../core/workflow'
import { appealWorkflow, type AppealMove, type AppealRule } from './workflow'

type Appeal = Row<'appeal'>

/** What is known of a case beside its own row when the buttons are drawn. */
export interface Surroundings {
  hasPhone: boolean
  joined: boolean
  objection: Row<'appealObjection'> | undefined
  extension: Row<'appealExtension'> | undefined
  whistles: Row<'whistle'>[]
}

const isOpen = ({ status }: Appeal) => (OPEN_APPEAL_STATUSES as readonly string[]).includes(status)
const serves = (actor: Actor, department: string) => departmentsOf(actor, 'appeal.handle').includes(department)

/**
 * How the actor stands to an appeal; undefined means that for them it does not exist. Neighbours see what is not
 * private and what staff has looked at, so that nothing unread reaches the public.
 */
export function relationTo(actor: Actor, appeal: Appeal, joined = false): AppealRelation | undefined {
  if (appeal.submitterId === actor.user.id) {
    return 'own'
  }
  if (can(actor, 'appeal.view', appeal.areaCode) || appeal.departments.some((code) => serves(actor, code))) {
    return 'staff'
  }
  const looked = appeal.status !== 'submitted'
  const near = publicGridsOf(actor).includes(appeal.areaCode)
  return joined || (!appeal.private && looked && near) ? 'neighbour' : undefined
}

/** Whether a rule of the workflow holds, whatever the status. */
export function fulfils(actor: Actor, rule: AppealRule, appeal: Appeal): boolean {
  switch (rule) {
    case 'own':
      return appeal.submitterId === actor.user.id
    case 'lead':
      return appeal.leadDepartment === null
        ? can(actor, 'appeal.handle', appeal.holderCode)
        : serves(actor, appeal.leadDepartment)
    case 'town':
      return can(actor, 'appeal.dispatch', appeal.areaCode)
    case 'decide':
      return can(actor, 'appeal.decide', appeal.areaCode)
    case 'clock':
      return false
  }
}

/** Until when a closed case may be taken up again. */
export function reopenableUntil(closedAt: Date): Date {
  return new Date(closedAt.getTime() + REOPEN_DAYS * 86_400_000)
}

/** What the table cannot say: levels, rounds and terms. */
function mayMove(actor: Actor, action: AppealMove, rule: AppealRule, appeal: Appeal, now: Date): boolean {
  if (!fulfils(actor, rule, appeal)) {
    return false
  }
  switch (action) {
    case 'appeal.escalate':
      return appeal.leadDepartment === null && appeal.holderCode.length > AREA_CODE_LENGTH.town
    case 'appeal.object':
      return appeal.objectionCount < OBJECTION_LIMIT
    case 'appeal.reopen':
      return (
        appeal.reopenCount < REOPEN_LIMIT &&
        (appeal.closedAt === null || now <= reopenableUntil(appeal.closedAt))
      )
    default:
      return true
  }
}

/** What leaves the case where it is: who may do it now. */
function sideActions(actor: Actor, appeal: Appeal, around: Surroundings): AppealAction[] {
  const open = isOpen(appeal)
  const lead = fulfils(actor, 'lead', appeal)
  const own = fulfils(actor, 'own', appeal)
  const town = fulfils(actor, 'town', appeal)
  const atWork = appeal.status === 'accepted'
  const pending = around.extension !== undefined && around.extension.granted === null
  const near = relationTo(actor, appeal) === 'neighbour'
  const handled = (HANDLED_APPEAL_STATUSES as readonly string[]).includes(appeal.status)
  const served = around.whistles.filter(({ department }) => serves(actor, department))
  const allowed: [AppealAction, boolean][] = [
    ['appeal.supplement', (lead || own) && (open || handled)],
    ['appeal.call', lead && around.hasPhone],
    ['appeal.urge', own && open],
    ['appeal.join', near && open && !around.joined],
    ['appeal.whistle', town && atWork],
    ['appeal.arrive', open && served.some(({ status }) => status === 'blown')],
    ['appeal.release', town && around.whistles.some(({ status }) => status === 'arrived')],
    ['appeal.extend', lead && atWork && around.extension === undefined],
    ['appeal.decideExtension', pending && decides(actor, appeal) && around.extension?.askedBy !== actor.user.id],
  ]
  return allowed.flatMap(([action, may]) => (may ? [action] : []))
}

/** More time is decided one level above who asked: the town for grid and village, the district for the others. */
export function decides(actor: Actor, appeal: Appeal): boolean {
  const below = appeal.leadDepartment === null && appeal.holderCode.length > AREA_CODE_LENGTH.town
  return fulfils(actor, 'decide', appeal) || (below && fulfils(actor, 'town', appeal))
}

/** What the actor may do with the appeal at this moment; the pages draw exactly these buttons. */
export function allowedActions(actor: Actor, appeal: Appeal, around: Surroundings, now: Date): AppealAction[] {
  const moves = nextActions(appealWorkflow, appeal.status, (rule, action) =>
    mayMove(actor, action, rule, appeal, now),
  )
  return [...moves, ...sideActions(actor, appeal, around)]
}
