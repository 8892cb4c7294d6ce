import type { AppealAction, AppealStatus } from '~/types/appeal'
import { HANDLED_APPEAL_STATUSES, OPEN_APPEAL_STATUSES, WAITING_APPEAL_STATUSES } from '~/types/appeal'
import type { Workflow } from '../../core/workflow'

/** handle: staff of the area that holds it · own: the person who submitted it. */
export type AppealRule = 'handle' | 'own'
/** Actions that move an appeal; supplementing and calling leave it where it is. */
export type AppealMove = Exclude<AppealAction, 'appeal.supplement' | 'appeal.call'>

/** Domain rules 1.4, thin: one level holds it at a time, only upward, and the resident has the last word. */
export const appealWorkflow: Workflow<AppealMove, AppealStatus, AppealRule> = {
  'appeal.accept': {
    from: WAITING_APPEAL_STATUSES,
    to: 'accepted',
    rule: 'handle',
    needs: [],
    tells: 'appeal.accepted',
  },
  'appeal.answer': {
    from: OPEN_APPEAL_STATUSES,
    to: 'answered',
    rule: 'handle',
    needs: ['words'],
    tells: 'appeal.answered',
  },
  'appeal.escalate': {
    from: OPEN_APPEAL_STATUSES,
    to: 'escalated',
    rule: 'handle',
    needs: ['reason'],
    tells: 'appeal.escalated',
  },
  'appeal.finish': {
    from: ['accepted'],
    to: 'finished',
    rule: 'handle',
    needs: ['words'],
    tells: 'appeal.finished',
  },
  'appeal.rate': {
    from: HANDLED_APPEAL_STATUSES,
    to: ['closed', 'reopened'],
    rule: 'own',
    needs: ['rating'],
    tells: 'appeal.rated',
  },
  'appeal.reopen': {
    from: [...HANDLED_APPEAL_STATUSES, 'closed'],
    to: 'reopened',
    rule: 'own',
    needs: ['reason'],
    tells: 'appeal.reopened',
  },
}

/** True for a step in which the resident speaks about the case; what is said there is for the people of the case. */
export function isOwnWord(action: string): boolean {
  return Object.entries(appealWorkflow).some(([name, { rule }]) => name === action && rule === 'own')
}
