import type { AppealAction } from '~/types/appeal'
import { AREA_CODE_LENGTH } from '~/types/area'
import type { Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import { nextActions } from '../../core/workflow'
import { allowedAsides, isHandedTo, joinerActions, whistleActions, type Surroundings } from './asides'
import { fulfils } from './policy'
import { appealWorkflow, isHandled, type AppealMove } from './workflow'

type Appeal = Row<'appeal'>

/** Until when a closed case may be taken up again; `days` are the setting's. */
export function reopenableUntil(closedAt: Date, days: number): Date {
  return new Date(closedAt.getTime() + days * 86_400_000)
}

/** The person is asked when the work is done, or when its time is over. */
export function isRateable(appeal: Appeal, now: Date): boolean {
  return isHandled(appeal) || now > appeal.dueAt
}

/** What the table cannot say: levels, rounds and terms. */
function mayMove(
  actor: Actor,
  action: AppealMove,
  appeal: Appeal,
  { limits }: Surroundings,
  now: Date,
): boolean {
  if (!fulfils(actor, appealWorkflow[action].rule, appeal)) {
    return false
  }
  switch (action) {
    case 'appeal.escalate':
      return appeal.leadDepartment === null && appeal.holderCode.length > AREA_CODE_LENGTH.town
    case 'appeal.object':
      return (
        appeal.objectionCount < limits.objections && (appeal.signDueAt === null || now <= appeal.signDueAt)
      )
    case 'appeal.rate':
      return isRateable(appeal, now)
    case 'appeal.reopen':
      return (
        appeal.reopenCount < limits.reopens &&
        (appeal.closedAt === null || now <= reopenableUntil(appeal.closedAt, limits.reopenDays))
      )
    default:
      return true
  }
}

/** What the actor may do with the appeal at this moment; the pages draw exactly these buttons. */
export function allowedActions(
  actor: Actor,
  appeal: Appeal,
  around: Surroundings,
  now: Date,
): AppealAction[] {
  const moves = nextActions(appealWorkflow, appeal.status, (_rule, action) =>
    mayMove(actor, action, appeal, around, now),
  )
  return [
    ...new Set([
      ...moves.filter((action) => action !== 'appeal.overdue' && action !== 'appeal.unreached'),
      ...(isHandedTo(actor, appeal) ? (['appeal.accept'] as const) : []),
      ...allowedAsides(actor, appeal, around),
      ...whistleActions(actor, appeal, around),
      ...joinerActions(actor, appeal, around),
    ]),
  ]
}
