import { REOPEN_DAYS, REOPEN_LIMIT, type AppealAction, type AppealRelation } from '~/types/appeal'
import { AREA_CODE_LENGTH } from '~/types/area'
import { can, publicGridsOf, type Actor } from '../../core/actor'
import type { Row } from '../../core/schema'
import { nextActions } from '../../core/workflow'
import { appealWorkflow, type AppealMove, type AppealRule } from './workflow'

type Appeal = Row<'appeal'>

/**
 * How the actor stands to an appeal; undefined means that for them it does not exist. Neighbours see what is not
 * private and what staff has looked at, so that nothing unread reaches the public.
 */
export function relationTo(actor: Actor, appeal: Appeal): AppealRelation | undefined {
  if (appeal.submitterId === actor.user.id) {
    return 'own'
  }
  if (can(actor, 'appeal.view', appeal.areaCode)) {
    return 'staff'
  }
  const looked = appeal.status !== 'submitted'
  return !appeal.private && looked && publicGridsOf(actor).includes(appeal.areaCode) ? 'neighbour' : undefined
}

/** Whether a rule of the workflow holds, whatever the status. */
export function fulfils(actor: Actor, rule: AppealRule, appeal: Appeal): boolean {
  return rule === 'own'
    ? appeal.submitterId === actor.user.id
    : can(actor, 'appeal.handle', appeal.holderCode)
}

/** Until when a closed case may be taken up again. */
export function reopenableUntil(closedAt: Date): Date {
  return new Date(closedAt.getTime() + REOPEN_DAYS * 86_400_000)
}

function mayMove(actor: Actor, action: AppealMove, rule: AppealRule, appeal: Appeal, now: Date): boolean {
  if (!fulfils(actor, rule, appeal)) {
    return false
  }
  if (action === 'appeal.escalate') {
    return appeal.holderCode.length > AREA_CODE_LENGTH.town
  }
  if (action === 'appeal.reopen') {
    const inTime = appeal.closedAt === null || now <= reopenableUntil(appeal.closedAt)
    return appeal.reopenCount < REOPEN_LIMIT && inTime
  }
  return true
}

/** What the actor may do with the appeal at this moment; the pages draw exactly these buttons. */
export function allowedActions(actor: Actor, appeal: Appeal, hasPhone: boolean, now: Date): AppealAction[] {
  const actions: AppealAction[] = nextActions(appealWorkflow, appeal.status, (rule, action) =>
    mayMove(actor, action, rule, appeal, now),
  )
  const handles = fulfils(actor, 'handle', appeal)
  if (appeal.status !== 'closed' && (handles || fulfils(actor, 'own', appeal))) {
    actions.push('appeal.supplement')
  }
  return handles && hasPhone ? [...actions, 'appeal.call'] : actions
}
