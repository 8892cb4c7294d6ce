import type { AppealAction, AppealStatus } from '~/types/appeal'
import { HANDLED_APPEAL_STATUSES, OPEN_APPEAL_STATUSES, WAITING_APPEAL_STATUSES } from '~/types/appeal'
import type { Workflow } from '../../core/workflow'

/**
 * lead: who leads it now, the holding area's staff or the lead department · own: the person who asked · town: the town
 * that it lies in · decide: the district, which decides between others · above: the level above who handled it · clock:
 * nobody, the timer does it.
 */
export type AppealRule = 'lead' | 'own' | 'town' | 'decide' | 'above' | 'clock'
/** Actions that move an appeal; the others leave it where it is. */
export type AppealMove =
  | 'appeal.overdue'
  | 'appeal.unreached'
  | Extract<
      AppealAction,
      | `appeal.${'accept' | 'answer' | 'escalate' | 'finish' | 'rate' | 'reopen' | 'withdraw' | 'triage' | 'dispatch'}`
      | `appeal.${'object' | 'decideObjection' | 'shelve' | 'review' | 'handOver' | 'callBack'}`
    >

const AT_WORK = ['submitted', 'accepted', 'escalated', 'reopened'] as const

/** Domain rules 1.4: one lead at a time, never down, nothing ends in silence, and the resident has the last word. */
export const appealWorkflow: Workflow<AppealMove, AppealStatus, AppealRule> = {
  'appeal.accept': {
    from: WAITING_APPEAL_STATUSES,
    to: 'accepted',
    rule: 'lead',
    needs: [],
    tells: 'appeal.accepted',
  },
  'appeal.answer': {
    from: AT_WORK,
    to: 'answered',
    rule: 'lead',
    needs: ['words'],
    tells: 'appeal.answered',
  },
  'appeal.triage': {
    from: AT_WORK,
    to: 'redirected',
    rule: 'lead',
    needs: ['words'],
    tells: 'appeal.redirected',
  },
  'appeal.escalate': {
    from: AT_WORK,
    to: 'escalated',
    rule: 'lead',
    needs: ['reason'],
    tells: 'appeal.escalated',
  },
  'appeal.dispatch': {
    from: AT_WORK,
    to: 'dispatched',
    rule: 'town',
    needs: ['words'],
    tells: 'appeal.dispatched',
  },
  'appeal.object': { from: ['dispatched'], to: 'objected', rule: 'lead', needs: ['reason'], tells: null },
  'appeal.decideObjection': {
    from: ['objected'],
    to: ['accepted', 'dispatched', 'escalated'],
    rule: 'decide',
    needs: ['words'],
    tells: null,
  },
  'appeal.handOver': { from: ['accepted'], to: 'accepted', rule: 'lead', needs: ['reason'], tells: null },
  'appeal.shelve': {
    from: ['accepted'],
    to: 'shelved',
    rule: 'lead',
    needs: ['reason'],
    tells: 'appeal.shelved',
  },
  'appeal.review': {
    from: ['shelved'],
    to: ['accepted', 'shelved'],
    rule: 'lead',
    needs: ['words'],
    tells: 'appeal.reviewed',
  },
  'appeal.finish': {
    from: ['accepted'],
    to: 'finished',
    rule: 'lead',
    needs: ['words'],
    tells: 'appeal.finished',
  },
  // When the time is over the person is asked, whatever the offices say (art. 23). Told once the score is fixed.
  'appeal.rate': {
    from: [...HANDLED_APPEAL_STATUSES, ...OPEN_APPEAL_STATUSES],
    to: ['closed', 'reopened'],
    rule: 'own',
    needs: ['rating'],
    tells: null,
  },
  // On the telephone, for who does not answer in the program; not reached leaves it where it is.
  'appeal.callBack': {
    from: HANDLED_APPEAL_STATUSES,
    to: ['closed', 'reopened', ...HANDLED_APPEAL_STATUSES],
    rule: 'above',
    needs: [],
    tells: null,
  },
  'appeal.reopen': {
    from: [...HANDLED_APPEAL_STATUSES, 'closed', 'redirected'],
    to: 'reopened',
    rule: 'own',
    needs: ['reason'],
    tells: 'appeal.reopened',
  },
  'appeal.withdraw': { from: OPEN_APPEAL_STATUSES, to: 'withdrawn', rule: 'own', needs: [], tells: null },
  'appeal.unreached': { from: HANDLED_APPEAL_STATUSES, to: 'closed', rule: 'clock', needs: [], tells: null },
  // Not taken in time, not decided in time, not done in time: always somewhere to go.
  'appeal.overdue': {
    from: OPEN_APPEAL_STATUSES,
    to: ['escalated', 'accepted'],
    rule: 'clock',
    needs: [],
    tells: 'appeal.overdue',
  },
}

/** Somebody still has to do something about it. */
export const isOpen = ({ status }: { status: AppealStatus }) =>
  (OPEN_APPEAL_STATUSES as readonly string[]).includes(status)
/** Done, and the person has not said yet what they think of it. */
export const isHandled = ({ status }: { status: AppealStatus }) =>
  (HANDLED_APPEAL_STATUSES as readonly string[]).includes(status)

/** True for a step in which the resident speaks about the case; what is said there is for the people of the case. */
export function isOwnWord(action: string): boolean {
  return Object.entries(appealWorkflow).some(([name, { rule }]) => name === action && rule === 'own')
}
